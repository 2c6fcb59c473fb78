import { css, html, LitElement } from 'lit';
import { dismissAllSitesNotice, watchAllSitesNotice } from '../../platform/notices.ts';
import { hashOf } from '../dashboard/route.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { Watched } from '../watched.ts';

/** One line, until it is waved aside: the browser had given Sayso every site, and Sayso gave that back. */
export class SaysoAllSites extends LitElement {
  readonly #notice = new Watched<number | undefined>(this, watchAllSitesNotice);

  static override styles = [
    base,
    controls,
    css`
      p {
        padding: var(--sayso-gap-2) var(--sayso-gap-4);
        border-block-end: 1px solid var(--sayso-line);
        background: var(--sayso-sunk);
        font-size: var(--sayso-small);
      }

      a {
        display: inline-block;
        min-block-size: 1.5rem;
      }

      button.bare {
        min-block-size: 1.5rem;
        padding-block: 0;
        font-size: inherit;
      }
    `,
  ];

  protected override render() {
    return this.#notice.value !== undefined
      ? html`<p role="status">
          ${t('popup_all_sites')}
          <a href="../dashboard/dashboard.html${hashOf('about')}" target="_blank">${t('popup_all_sites_more')}</a>
          <button type="button" class="bare" @click=${dismissAllSitesNotice}>${t('common_dismiss')}</button>
        </p>`
      : html``;
  }
}

customElements.define('sayso-all-sites', SaysoAllSites);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-all-sites': SaysoAllSites;
  }
}
