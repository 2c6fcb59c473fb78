import { css, html, LitElement, nothing } from 'lit';
import type { Choice, ChosenOffer } from '../../../domain/acceptance.ts';
import type { OfferedLine, Quote, QuoteLine, QuoteOption } from '../../../domain/quote.ts';
import type { KindCopy, WholeCopy } from '../../../domain/vendor-copy.ts';
import { formatMoney } from '../../format-money.ts';
import { formatQuantity } from '../../format-quantity.ts';
import { formatList, formatNumber } from '../../format.ts';
import { isolated, t } from '../../i18n.ts';
import { declineReason } from '../../reason-text.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { verdict, verdictStyle } from '../compare/verdict.ts';
import { offerFacts, propertyText, quoteRows } from './quote-rows.ts';
import { drawRows } from './rows.ts';
import { rowsStyle } from './rows-style.ts';
import { wordsOf } from './words-of.ts';

/** All of one quote as the vendor said it: every word of it is text, and nothing of it is a link. */
export class SaysoQuoted extends LitElement {
  static override properties = {
    quote: { attribute: false },
    copy: { attribute: false },
    taken: { attribute: false },
  };

  declare quote: Quote;
  /** What the vendor had of the request: it names the lines. */
  declare copy: KindCopy | WholeCopy;
  /** What the person took of it; absent where they took nothing. */
  declare taken: Choice | undefined;

  static override styles = [
    base,
    controls,
    rowsStyle,
    verdictStyle,
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
    const { quote, copy, taken } = this;
    const chosen = new Map(taken?.map((one) => [one.offer, one]));
    return html`
      <ul role="list">
        ${quote.lines.map((line) =>
          line.kind === 'offered' ? offered(line, chosen.get(line.key)) : lineOf(line, nameOf(line, copy)),
        )}
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

function lineOf(line: Exclude<QuoteLine, OfferedLine>, name: string) {
  switch (line.kind) {
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

function offered(offer: OfferedLine, chosen: ChosenOffer | undefined) {
  const { name, brand, quantity, properties, options, words } = offer;
  return html`<li>
    <p>
      <strong>${formatQuantity(quantity)} × <bdi>${name}</bdi></strong>${
        brand === undefined ? nothing : html` <span class="quiet">(<bdi>${brand}</bdi>)</span>`
      }
    </p>
    ${chosen ? html`<p class="taken">${verdict('met', takenText(offer, chosen))}</p>` : nothing}
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

/** 'You took this: 1, with Red cover' */
function takenText({ quantity, options }: OfferedLine, chosen: ChosenOffer): string {
  const names = options.filter(({ key }) => chosen.options.includes(key)).map(({ name }) => isolated(name));
  const many = formatQuantity(chosen.quantity ?? quantity);
  return names.length === 0 ? t('intention_taken', many) : t('intention_taken_with', many, formatList(names));
}

function optionOf({ name, amount, per }: QuoteOption) {
  return html`<li>
    ${t('intention_quote_option')} <bdi>${name}</bdi>,
    ${t(per === 'unit' ? 'intention_quote_option_unit' : 'intention_quote_option_line', formatMoney(amount))}
  </li>`;
}

customElements.define('sayso-quoted', SaysoQuoted);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-quoted': SaysoQuoted;
  }
}
