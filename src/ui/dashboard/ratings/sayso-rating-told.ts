import { css, html, LitElement, nothing } from 'lit';
import type { Rating } from '../../../domain/rating.ts';
import '../../components/sayso-mark.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { sourceName } from './source-name.ts';
import { whenChanged, whenRated } from './when-rated.ts';

/** All that goes along with a mark: when, from where, the words, the single aspects, the tags. */
export class SaysoRatingTold extends LitElement {
  static override properties = { rating: { attribute: false } };

  declare rating: Rating;

  static override styles = [
    base,
    css`
      .words {
        max-block-size: 24em;
        margin-block-start: var(--sayso-gap-2);
        overflow: auto;
        white-space: pre-wrap;
      }

      dl,
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-1) var(--sayso-gap-4);
        margin-block-start: var(--sayso-gap-2);
      }

      dl > div {
        display: flex;
        gap: var(--sayso-gap-2);
      }

      ul {
        gap: var(--sayso-gap-1);
      }

      li {
        padding-inline: var(--sayso-gap-2);
        border-radius: 1rem;
        background: var(--sayso-sunk);
      }
    `,
  ];

  protected override render() {
    const { text, aspects = [], tags = [], isUndated, source } = this.rating;
    const when = whenRated(this.rating);
    return html`
      <p class="small quiet">${isUndated === true ? when : t('dashboard_item_rated', when)} · <bdi>${sourceName(source)}</bdi>${whenChanged(this.rating)}</p>
      ${text === undefined ? nothing : html`<p class="words" dir="auto" tabindex=${isLong(text) ? '0' : nothing}>${text}</p>`}
      ${
        aspects.length === 0
          ? nothing
          : html`<dl class="small" aria-label=${t('dashboard_item_aspects')}>
              ${aspects.map(
                ({ name, given }) => html`<div>
                  <dt><bdi>${name}</bdi></dt>
                  <dd><sayso-mark .given=${given}></sayso-mark></dd>
                </div>`,
              )}
            </dl>`
      }
      ${
        tags.length === 0
          ? nothing
          : html`<ul class="small" role="list" aria-label=${t('common_tags')}>
              ${tags.map((tag) => html`<li><bdi>${tag}</bdi></li>`)}
            </ul>`
      }
    `;
  }
}

// What may not fit must be reachable by keyboard to be scrolled.
function isLong(text: string): boolean {
  return text.length > 400 || text.split('\n').length > 10;
}

customElements.define('sayso-rating-told', SaysoRatingTold);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-rating-told': SaysoRatingTold;
  }
}
