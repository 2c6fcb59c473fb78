import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { summariseRatings } from '../../../app/summarise-ratings.ts';
import type { Summary } from '../../../app/summary.ts';
import { watch } from '../../../app/watch.ts';
import '../../components/sayso-empty.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import { HOW } from '../how.ts';
import { decadesPicture } from './decades-picture.ts';
import { genresPicture } from './genres-picture.ts';
import { kindsPicture } from './kinds-picture.ts';
import { makersPicture } from './makers-picture.ts';
import { marksPicture } from './marks-picture.ts';
import type { Picture } from './picture.ts';
import './sayso-picture.ts';
import { sourcePicture } from './source-picture.ts';
import { yearsPicture } from './years-picture.ts';

/** How the person rates, in pictures, drawn on this machine from what is in the store now. */
export class SaysoPictures extends LitElement {
  static override properties = { context: { attribute: false } };

  declare context: AppContext;

  readonly #summary = new Watched<Summary>(
    this,
    watch(() => summariseRatings(this.context)),
  );

  static override styles = [
    base,
    controls,
    css`
      .intro {
        max-inline-size: 44rem;
        margin-block: var(--sayso-gap-2) var(--sayso-gap-5);
      }

      .pictures {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
        gap: var(--sayso-gap-6);
        align-items: start;
      }

      .sources {
        margin-block: var(--sayso-gap-6) var(--sayso-gap-4);
      }
    `,
  ];

  constructor() {
    super();
    new Heading(this, () => t('dashboard_section_pictures'));
  }

  protected override render() {
    const { value: summary, failure } = this.#summary;
    return html`
      <h1 tabindex="-1">${t('dashboard_section_pictures')}</h1>
      ${failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`}
      ${summary ? this.#content(summary) : html`<p class="quiet">${failure === undefined ? t('common_loading') : ''}</p>`}
    `;
  }

  #content(summary: Summary) {
    if (summary.total === 0) {
      return html`<sayso-empty heading=${t('dashboard_pictures_empty_title')}>
        ${t('dashboard_pictures_empty_text')}
        <a slot="actions" class="button" href=${HOW}>${t('dashboard_how')}</a>
      </sayso-empty>`;
    }
    const pictures = [marksPicture, yearsPicture, decadesPicture, kindsPicture, makersPicture, genresPicture];
    return html`
      <p class="intro quiet">${t('dashboard_pictures_intro')}</p>
      ${this.#gallery(
        pictures.map((picture) => picture(summary)),
        2,
      )}
      ${
        summary.sources.length === 0
          ? nothing
          : html`<div class="sources">
                <h2>${t('dashboard_pictures_sources')}</h2>
                <p class="quiet">${t('dashboard_pictures_sources_text')}</p>
              </div>
              ${this.#gallery(
                summary.sources.map((source) => sourcePicture(source, summary.values)),
                3,
              )}`
      }
    `;
  }

  #gallery(pictures: readonly Picture[], level: 2 | 3) {
    return html`<div class="pictures">
      ${repeat(
        pictures,
        ({ id }) => id,
        (picture) => html`<sayso-picture .picture=${picture} .level=${level}></sayso-picture>`,
      )}
    </div>`;
  }
}

customElements.define('sayso-pictures', SaysoPictures);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-pictures': SaysoPictures;
  }
}
