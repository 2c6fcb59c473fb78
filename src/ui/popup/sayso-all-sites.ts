import { css, html, LitElement } from 'lit';
import { allSitesNotice, dismissAllSitesNotice } from '../../platform/notices.ts';
import { hashOf } from '../dashboard/route.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

/** One line, until it is waved aside: the browser had given Sayso every site, and Sayso gave that back. */
export class SaysoAllSites extends LitElement {
  static override properties = { _hasNotice: { state: true } };

  declare _hasNotice: boolean;

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

  constructor() {
    super();
    this._hasNotice = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  protected override render() {
    return this._hasNotice
      ? html`<p role="status">
          ${t('popup_all_sites')}
          <a href="../dashboard/dashboard.html${hashOf('about')}" target="_blank">${t('popup_all_sites_more')}</a>
          <button type="button" class="bare" @click=${this.#dismiss}>${t('common_dismiss')}</button>
        </p>`
      : html``;
  }

  async #look(): Promise<void> {
    this._hasNotice = (await allSitesNotice()) !== undefined;
  }

  async #dismiss(): Promise<void> {
    await dismissAllSitesNotice();
    this._hasNotice = false;
  }
}

customElements.define('sayso-all-sites', SaysoAllSites);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-all-sites': SaysoAllSites;
  }
}
