import { css, html, LitElement, nothing } from 'lit';
import type { OfferedLine, Quote, QuoteLine, QuoteOption } from '../../../domain/quote.ts';
import type { KindCopy, WholeCopy } from '../../../domain/vendor-copy.ts';
import '../../components/sayso-quote.ts';
import { formatMoney } from '../../format-money.ts';
import { formatQuantity } from '../../format-quantity.ts';
import { formatNumber } from '../../format.ts';
import { isolated, t } from '../../i18n.ts';
import { declineReason } from '../../reason-text.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { offerFacts, propertyText, quoteRows } from './quote-rows.ts';
import { drawRows } from './rows.ts';
import { rowsStyle } from './rows-style.ts';

/** All of one quote as the vendor said it: every word of it is text, and nothing of it is a link. */
export class SaysoQuoted extends LitElement {
  static override properties = { quote: { attribute: false }, copy: { attribute: false } };

  declare quote: Quote;
  /** What the vendor had of the request: it names the lines. */
  declare copy: KindCopy | WholeCopy;

  static override styles = [
    base,
    controls,
    rowsStyle,
    css`
      ul[role='list'] {
        margin-block-end: var(--sayso-gap-3);
      }

      ul[role='list'] > li + li {
        margin-block-start: var(--sayso-gap-3);
      }

      details ul {
        padding-inline-start: 1.25rem;
      }

      sayso-quote {
        margin-block-start: var(--sayso-gap-2);
      }
    `,
  ];

  protected override render() {
    const { quote, copy } = this;
    return html`
      <ul role="list">
        ${quote.lines.map((line) => lineOf(line, nameOf(line, copy)))}
      </ul>
      ${drawRows(quoteRows(quote))} ${wordsOf(quote.words)}
    `;
  }
}

/** How a line of the request is called, where the vendor had the lines. */
function nameOf({ line }: QuoteLine, copy: KindCopy | WholeCopy): string {
  const known = copy.stage === 'whole' ? copy.lines.find(({ number }) => number === line)?.name : undefined;
  return isolated(known ?? t('intention_quote_line', formatNumber(line)));
}

function lineOf(line: QuoteLine, name: string) {
  switch (line.kind) {
    case 'offered':
      return offered(line);
    case 'pending':
      return html`<li>
        <p>${t('intention_quote_pending', name)}</p>
        ${wordsOf(line.words)}
      </li>`;
    case 'not-offered':
      return html`<li>
        <p>${t('intention_quote_not_offered', name, declineReason(line.reason))}</p>
        ${wordsOf(line.words)}
      </li>`;
  }
}

function offered(offer: OfferedLine) {
  const { name, brand, quantity, properties, options, words } = offer;
  return html`<li>
    <p>
      <strong>${formatQuantity(quantity)} × <bdi>${name}</bdi></strong>${
        brand === undefined ? nothing : html` <span class="quiet">(<bdi>${brand}</bdi>)</span>`
      }
    </p>
    <p class="small">${offerFacts(offer).join(' · ')}</p>
    ${
      properties.length + options.length === 0
        ? nothing
        : html`<details class="small">
            <summary>${t('intention_quote_more')}</summary>
            <ul>
              ${properties.map((property) => html`<li>${propertyText(property)}</li>`)} ${options.map(optionOf)}
            </ul>
          </details>`
    }
    ${wordsOf(words)}
  </li>`;
}

function optionOf({ name, amount, per }: QuoteOption) {
  return html`<li>
    ${t('intention_quote_option')} <bdi>${name}</bdi>,
    ${t(per === 'unit' ? 'intention_quote_option_unit' : 'intention_quote_option_line', formatMoney(amount))}
  </li>`;
}

function wordsOf(words: string | undefined) {
  return words === undefined || words === '' ? nothing : html`<sayso-quote .text=${words}></sayso-quote>`;
}

customElements.define('sayso-quoted', SaysoQuoted);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-quoted': SaysoQuoted;
  }
}
