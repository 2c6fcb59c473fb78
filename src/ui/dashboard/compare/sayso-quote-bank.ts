import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ComparedQuote } from '../../../app/weigh-quotes.ts';
import type { ThreadId } from '../../../domain/ids.ts';
import '../../components/sayso-origin.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { bankStyle } from './bank-style.ts';
import type { ComparedRow, ComparedSection } from './comparison-sections.ts';
import { Pace } from './pace.ts';
import { verdictStyle } from './verdict.ts';

/** One for all: what was learnt of the machine with one table holds for the next. */
const pace = new Pace();
/** What a row takes up as a rule: what was never in sight yet is taken to be as high. */
const ROW_REM = 7;

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

  /** When the step that is being drawn began, and how many rows are new in it. */
  #step = { startMs: 0, rows: 0 };

  static override styles = [base, controls, verdictStyle, bankStyle];

  constructor() {
    super();
    this.quotes = [];
    this.sections = [];
    this.isCard = false;
    this.isAtOnce = false;
    this._shown = pace.rows;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const others = changed.get('quotes');
    if (others && this.quotes.some(({ quote }, place) => quote.thread !== others[place]?.quote.thread)) {
      this._shown = pace.rows;
    }
    const before = this.hasUpdated ? (changed.get('_shown') ?? this._shown) : 0;
    this.#step = { startMs: performance.now(), rows: this._shown - before };
    this.style.setProperty('--rows-height', `${this.#rowCount * ROW_REM}rem`);
  }

  /** Whether its last row stands there. */
  get isWhole(): boolean {
    return !this.isUpdatePending && (this.isAtOnce || this._shown >= this.#rowCount);
  }

  headingOf(thread: ThreadId): HTMLElement | null {
    const place = this.quotes.findIndex(({ quote }) => quote.thread === thread);
    return this.renderRoot.querySelectorAll<HTMLElement>('th[scope="col"], h4').item(place);
  }

  protected override updated(): void {
    const { startMs, rows } = this.#step;
    if (rows > 0 && !this.isAtOnce) {
      pace.took(rows, performance.now() - startMs);
    }
    if (this._shown < this.#rowCount && !this.isAtOnce) {
      requestAnimationFrame(() => {
        this._shown += pace.rows;
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
          ${quotes.map(({ quote }) => html`<th scope="col" tabindex="-1"><sayso-origin .origin=${quote.vendor}></sayso-origin></th>`)}
        </tr>
      </thead>
      ${sections.map(
        (section) => html`<tbody>
          ${guard([section.id, section.rows.length, this.sections, quotes], () => this.#tableRows(section))}
        </tbody>`,
      )}
    </table>`;
  }

  #tableRows({ heading, rows }: ComparedSection) {
    const { quotes } = this;
    return html`<tr>
        <th scope="rowgroup" colspan=${quotes.length + 1}>${heading}</th>
      </tr>
      ${rows.map(
        (row) => html`<tr>
          <th scope="row">${row.heading}</th>
          ${quotes.map((one) => html`<td>${cellOf(row, one)}</td>`)}
        </tr>`,
      )}`;
  }

  #cards(sections: readonly ComparedSection[]) {
    return this.quotes.map(
      (one) => html`<article aria-labelledby="vendor">
        <h4 id="vendor" tabindex="-1"><sayso-origin .origin=${one.quote.vendor}></sayso-origin></h4>
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
