import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { listVendors, type VendorOverview } from '../../../app/list-vendors.ts';
import { watch } from '../../../app/watch.ts';
import '../../components/sayso-empty.ts';
import '../../components/sayso-notice.ts';
import '../../components/sayso-origin.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import { HOW } from '../how.ts';
import { hashOf } from '../route.ts';
import { overviewLine, stateLine } from './overview-words.ts';

/** Every vendor the person dealt with, what it holds and what it read. */
export class SaysoSites extends LitElement {
  static override properties = { context: { attribute: false } };

  declare context: AppContext;

  readonly #vendors = new Watched<VendorOverview[]>(
    this,
    watch(() => listVendors(this.context)),
  );

  static override styles = [
    base,
    controls,
    css`
      .intro {
        max-inline-size: 44rem;
        margin-block: var(--sayso-gap-2) var(--sayso-gap-4);
      }

      li {
        padding-block: var(--sayso-gap-3);
        border-block-end: 1px solid var(--sayso-line);
      }

      a {
        display: block;
        color: var(--sayso-text);
        font-size: var(--sayso-large);
      }
    `,
  ];

  constructor() {
    super();
    new Heading(this, () => t('dashboard_section_sites'));
  }

  protected override render() {
    const { value: vendors, failure } = this.#vendors;
    return html`
      <h1 tabindex="-1">${t('dashboard_section_sites')}</h1>
      <p class="intro quiet">${t('dashboard_sites_intro')}</p>
      ${failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`}
      ${vendors ? this.#content(vendors) : html`<p class="quiet">${failure === undefined ? t('common_loading') : ''}</p>`}
    `;
  }

  #content(vendors: readonly VendorOverview[]) {
    if (vendors.length === 0) {
      return html`<sayso-empty heading=${t('dashboard_sites_empty_title')}>
        ${t('dashboard_sites_empty_text')}
        <a slot="actions" class="button" href=${HOW}>${t('dashboard_how')}</a>
      </sayso-empty>`;
    }
    return html`<ul role="list" aria-label=${t('dashboard_section_sites')}>
      ${vendors.map(
        (overview) => html`<li>
          <a href=${hashOf('sites', overview.vendor.origin)}><sayso-origin .origin=${overview.vendor.origin}></sayso-origin></a>
          <p class="small">${stateLine(overview.vendor)}</p>
          <p class="small quiet">${overviewLine(overview)}</p>
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define('sayso-sites', SaysoSites);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-sites': SaysoSites;
  }
}
