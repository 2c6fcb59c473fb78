import { css, html, LitElement } from 'lit';
import { formatNumber } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { hashOf } from '../route.ts';
import { pageCount, queryOf, type RatingsView } from './ratings-view.ts';

/** Leads to the pages before and after. Links, so that Back goes back a page. */
export class SaysoPager extends LitElement {
  static override properties = { view: { attribute: false }, total: { type: Number } };

  declare view: RatingsView;
  /** How many ratings match, on all pages. */
  declare total: number;

  static override styles = [
    base,
    controls,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--sayso-gap-2) var(--sayso-gap-4);
        padding-block: var(--sayso-gap-4);
      }
    `,
  ];

  protected override render() {
    const pages = pageCount(this.total);
    const { page } = this.view;
    return html`<nav aria-label=${t('dashboard_pages')}>
      ${page > 0 ? this.#link(page - 1, t('dashboard_page_previous')) : ''}
      <span>${t('dashboard_page_of', formatNumber(page + 1), formatNumber(pages))}</span>
      ${page + 1 < pages ? this.#link(page + 1, t('dashboard_page_next')) : ''}
    </nav>`;
  }

  #link(page: number, text: string) {
    return html`<a class="button" href=${hashOf('ratings', undefined, queryOf({ ...this.view, page }))}>${text}</a>`;
  }
}

customElements.define('sayso-pager', SaysoPager);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-pager': SaysoPager;
  }
}
