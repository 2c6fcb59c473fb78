import { css, html, LitElement, nothing } from 'lit';
import { dismissAllSitesNotice, watchAllSitesNotice } from '../../../platform/notices.ts';
import { version } from '../../../platform/version.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import { DOCUMENTS, LICENCES, PACKAGES } from './built-with.ts';
import './sayso-storage.ts';

const PROMISES = [1, 2, 3, 4, 5] as const;

/** What Sayso is, what it promises, where the data is, and what it is built with. */
export class SaysoAbout extends LitElement {
  /** When the browser had given Sayso every site, and Sayso gave that back: until the person waves it aside. */
  readonly #allSites = new Watched<number | undefined>(this, watchAllSitesNotice);

  static override styles = [
    base,
    controls,
    css`
      :host {
        max-inline-size: 44rem;
      }

      section,
      sayso-storage {
        margin-block-start: var(--sayso-gap-5);
      }

      sayso-notice {
        margin-block-start: var(--sayso-gap-4);
      }

      h2 {
        margin-block-end: var(--sayso-gap-2);
      }

      section ul {
        padding-inline-start: 1.25rem;
      }

      section ul.licences {
        margin-block-start: var(--sayso-gap-2);
        padding-inline-start: 0;
      }

      li + li {
        margin-block-start: var(--sayso-gap-1);
      }
    `,
  ];

  constructor() {
    super();
    new Heading(this, () => t('dashboard_section_about'));
  }

  protected override render() {
    return html`
      <h1 tabindex="-1">${t('dashboard_section_about')}</h1>
      <p class="quiet">${t('dashboard_about_version', version())}</p>
      ${this.#allSites.value !== undefined ? this.#notice() : nothing}
      <section>
        <h2>${t('dashboard_about_promises')}</h2>
        <ul>
          ${PROMISES.map((promise) => html`<li>${t(`dashboard_about_promise_${promise}`)}</li>`)}
        </ul>
      </section>
      <sayso-storage></sayso-storage>
      <section>
        <h2>${t('dashboard_about_docs')}</h2>
        <p>${t('dashboard_about_docs_text')}</p>
        <ul>
          ${DOCUMENTS.map(({ file, key }) => html`<li><code>${file}</code>: ${t(key)}</li>`)}
        </ul>
      </section>
      <section>
        <h2>${t('dashboard_about_licences')}</h2>
        <p>${t('dashboard_about_licences_text')}</p>
        <ul>
          ${PACKAGES.map(({ name, licence }) => html`<li>${name} (${licence})</li>`)}
        </ul>
        <ul class="licences" role="list">
          ${LICENCES.map(({ file, key }) => html`<li><a href=${file} target="_blank">${t(key)}</a></li>`)}
        </ul>
      </section>
    `;
  }

  #notice() {
    return html`<sayso-notice kind="warning">
      <strong>${t('dashboard_about_all_sites_title')}</strong>
      <p>${t('dashboard_about_all_sites_text')}</p>
      <button slot="actions" type="button" class="bare" @click=${dismissAllSitesNotice}>${t('common_dismiss')}</button>
    </sayso-notice>`;
  }
}

customElements.define('sayso-about', SaysoAbout);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-about': SaysoAbout;
  }
}
