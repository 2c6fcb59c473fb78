import { css, html, LitElement, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ComparedQuote } from '../../../app/weigh-quotes.ts';
import '../../components/sayso-origin.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import type { ComparedRow, ComparedSection } from './comparison-sections.ts';
import { verdictStyle } from './verdict.ts';

/** Rows that are drawn at once: what is in them is little enough for a frame. */
const ROWS_AT_ONCE = 24;

/**
 * As many quotes as fit beside each other, as a table with headers on both sides; or one as a card. Draws its rows some at a
 * time, between which the page is free.
 *
 * @fires {Event} bank-drawn - all of it is there
 * @fires {QuoteChosen} quote-chosen
 * @fires {QuotePressed} quote-pressed
 */
export class SaysoQuoteBank extends LitElement {
  static override properties = {
    quotes: { attribute: false, hasChanged: areOthers },
    sections: { attribute: false },
    isCard: { attribute: false },
    isAtOnce: { attribute: false },
    _shown: { state: true },
  };

  declare quotes: readonly ComparedQuote[];
  declare sections: readonly ComparedSection[];
  declare isCard: boolean;
  /** For paper: everything now. */
  declare isAtOnce: boolean;
  declare _shown: number;

  static override styles = [
    base,
    controls,
    verdictStyle,
    css`
      table {
        inline-size: 100%;
        table-layout: fixed;
        border-collapse: collapse;
      }

      col.heading {
        inline-size: 9.5rem;
      }

      th,
      td {
        padding: var(--sayso-gap-2);
        border-block-end: 1px solid var(--sayso-line);
        text-align: start;
        vertical-align: top;
        font-weight: 400;
      }

      thead th {
        border-block-end: 2px solid var(--sayso-edge);
      }

      tbody th[scope='row'] {
        padding-inline-start: 0;
        color: var(--sayso-quiet);
        font-size: var(--sayso-small);
      }

      tbody th[scope='rowgroup'] {
        padding-block-start: var(--sayso-gap-4);
        padding-inline-start: 0;
        font-weight: 650;
      }

      article {
        padding: var(--sayso-gap-3);
        border: 1px solid var(--sayso-line);
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
      }

      h4 {
        margin: 0;
        font-size: 1rem;
      }

      article > p.group {
        margin-block-start: var(--sayso-gap-4);
        font-weight: 650;
      }

      dl > div {
        padding-block: var(--sayso-gap-2);
        border-block-end: 1px solid var(--sayso-line);
      }

      dt {
        color: var(--sayso-quiet);
        font-size: var(--sayso-small);
      }

      li + li {
        margin-block-start: var(--sayso-gap-1);
      }

      .parts li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        column-gap: var(--sayso-gap-2);
        font-size: var(--sayso-small);
        font-variant-numeric: tabular-nums;
      }

      .total {
        font-size: var(--sayso-large);
        font-variant-numeric: tabular-nums;
      }

      .acts {
        display: grid;
        justify-items: start;
        gap: var(--sayso-gap-1);
      }

      .cost {
        white-space: nowrap;
      }

      .options {
        margin-block-start: var(--sayso-gap-2);
      }

      blockquote {
        max-block-size: 12rem;
        overflow: auto;
        font-size: var(--sayso-small);
        white-space: pre-line;
      }

      @media print {
        tr,
        dl > div {
          break-inside: avoid;
        }

        .acts,
        select {
          display: none;
        }

        blockquote {
          max-block-size: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.quotes = [];
    this.sections = [];
    this.isCard = false;
    this.isAtOnce = false;
    this._shown = ROWS_AT_ONCE;
  }

  protected override updated(): void {
    if (this._shown < this.#rowCount && !this.isAtOnce) {
      requestAnimationFrame(() => {
        this._shown += ROWS_AT_ONCE;
      });
    } else {
      this.dispatchEvent(new Event('bank-drawn', { bubbles: true }));
    }
  }

  protected override render() {
    const shown = this.isAtOnce ? this.#rowCount : this._shown;
    let left = shown;
    const sections = this.sections.flatMap((section) => {
      const rows = section.rows.slice(0, Math.max(0, left));
      left -= section.rows.length;
      return rows.length === 0 ? [] : [{ ...section, rows }];
    });
    return this.isCard ? this.#cards(sections) : this.#table(sections);
  }

  get #rowCount(): number {
    return this.sections.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  #table(sections: readonly ComparedSection[]) {
    const { quotes } = this;
    return html`<table>
      <caption class="visually-hidden">${t('compare_title')}</caption>
      <colgroup>
        <col class="heading" />
        ${quotes.map(() => html`<col />`)}
      </colgroup>
      <thead>
        <tr>
          <td></td>
          ${quotes.map(({ quote }) => html`<th scope="col"><sayso-origin .origin=${quote.vendor}></sayso-origin></th>`)}
        </tr>
      </thead>
      ${sections.map(
        ({ heading, rows }) => html`<tbody>
          <tr>
            <th scope="rowgroup" colspan=${quotes.length + 1}>${heading}</th>
          </tr>
          ${rows.map(
            (row) => html`<tr>
              <th scope="row">${row.heading}</th>
              ${quotes.map((one) => html`<td>${cellOf(row, one)}</td>`)}
            </tr>`,
          )}
        </tbody>`,
      )}
    </table>`;
  }

  #cards(sections: readonly ComparedSection[]) {
    return this.quotes.map(
      (one) => html`<article aria-labelledby="vendor">
        <h4 id="vendor"><sayso-origin .origin=${one.quote.vendor}></sayso-origin></h4>
        ${sections.map(
          ({ id, heading, rows }) => html`${id === 'whole' ? nothing : html`<p class="group">${heading}</p>`}
            <dl>
              ${rows.map(
                (row) => html`<div>
                  <dt>${row.heading}</dt>
                  <dd>${cellOf(row, one)}</dd>
                </div>`,
              )}
            </dl>`,
        )}
      </article>`,
    );
  }
}

function areOthers(now: readonly ComparedQuote[], before: readonly ComparedQuote[] | undefined): boolean {
  return now.length !== before?.length || now.some((one, place) => one !== before[place]);
}

/** Drawn anew only when something else is chosen of the quote. */
function cellOf(row: ComparedRow, one: ComparedQuote) {
  return guard([one, row.cell], () => row.cell(one));
}

customElements.define('sayso-quote-bank', SaysoQuoteBank);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-quote-bank': SaysoQuoteBank;
  }
  interface HTMLElementEventMap {
    'bank-drawn': Event;
  }
}
