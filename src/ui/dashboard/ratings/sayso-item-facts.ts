import { css, html, LitElement, nothing } from 'lit';
import { type Identifier, schemeOf, valueOf } from '../../../domain/identifier.ts';
import type { Item } from '../../../domain/item.ts';
import { pageOfIdentifier } from '../../../domain/page-of-identifier.ts';
import { formatList } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { schemeName } from './scheme-name.ts';

/** What is known of a thing, and the names it is recognised by. */
export class SaysoItemFacts extends LitElement {
  static override properties = { item: { attribute: false } };

  declare item: Item;

  static override styles = [
    base,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
        gap: var(--sayso-gap-1) var(--sayso-gap-4);
        margin-block: var(--sayso-gap-2) var(--sayso-gap-5);
      }

      dt {
        color: var(--sayso-quiet);
      }

      a {
        display: inline-block;
        min-block-size: 1.5rem;
      }
    `,
  ];

  protected override render() {
    const { name, originalName = '', creators = [], brand, series, genres = [], year, identifiers } = this.item;
    const facts = [
      [t('dashboard_item_original_name'), originalName === name ? '' : originalName],
      [t('dashboard_item_made_by'), formatList(creators)],
      [t('dashboard_item_brand'), brand ?? ''],
      [t('dashboard_item_series'), series ?? ''],
      [t('dashboard_item_genres'), formatList(genres)],
      [t('dashboard_item_year'), year === undefined ? '' : String(year)],
    ].filter(([, value]) => value !== '');
    return html`
      ${
        facts.length === 0
          ? nothing
          : html`<h2>${t('dashboard_item_more')}</h2>
              <dl>${facts.map(([label, value]) => html`<dt>${label}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>`
      }
      <h2>${t('dashboard_item_identifiers')}</h2>
      ${
        identifiers.length === 0
          ? html`<p class="quiet">${t('dashboard_item_identifiers_none')}</p>`
          : html`<p class="quiet">${t('dashboard_item_identifiers_text')}</p>
              <dl>${identifiers.map(identifierLine)}</dl>`
      }
    `;
  }
}

function identifierLine(identifier: Identifier) {
  const page = pageOfIdentifier(identifier);
  const value = html`<bdi>${valueOf(identifier)}</bdi>`;
  return html`<dt>${schemeName(schemeOf(identifier))}</dt>
    <dd>${page === undefined ? value : html`<a href=${page} rel="noreferrer" target="_blank">${value}</a>`}</dd>`;
}

customElements.define('sayso-item-facts', SaysoItemFacts);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-item-facts': SaysoItemFacts;
  }
}
