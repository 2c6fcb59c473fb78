import { html, LitElement, nothing } from 'lit';
import { quotesToCompare, type QuotesToCompare } from '../../../app/compare-quotes.ts';
import type { AppContext } from '../../../app/context.ts';
import { type RatedMaker, ratedMakers } from '../../../app/rated-makers.ts';
import { ruleProposal } from '../../../app/rule-proposal.ts';
import { watch } from '../../../app/watch.ts';
import {
  COMPARE_CRITERIA,
  type ComparedQuote,
  type CompareCriterion,
  type CurrencyGroup,
} from '../../../app/weigh-quotes.ts';
import type { RequestId, ThreadId } from '../../../domain/ids.ts';
import '../../components/sayso-notice.ts';
import { formatNumber } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { Beside } from './beside.ts';
import { compareStyle } from './compare-style.ts';
import { type ComparedTables, comparedTables } from './compared-tables.ts';
import { comparisonBar } from './comparison-bar.ts';
import { comparisonSections, type ComparedSection } from './comparison-sections.ts';
import { currencyName } from './currency-name.ts';
import type { QuoteChosen, QuotePressed } from './quote-events.ts';
import './sayso-accept-quote.ts';
import './sayso-quote-bank.ts';
import './sayso-rule-outcome.ts';
import { saveComparison, saveQuotation } from './save-comparison.ts';
import { showHeading } from './show-heading.ts';
import { Weigher } from './weigher.ts';

/**
 * The quotes of a request that stand, side by side: as many as fit, those that suit best first, and the others under them.
 * Nothing here is told to any vendor until the person accepts one.
 *
 * @fires {Event} print-compared - it is about to be printed, alone
 */
export class SaysoCompareQuotes extends LitElement {
  static override properties = {
    context: { attribute: false },
    requestId: { attribute: false },
    _first: { state: true },
    _banks: { state: true },
    _turns: { state: true },
    _accepting: { state: true },
  };

  declare context: AppContext;
  declare requestId: RequestId;
  declare _first: CompareCriterion;
  /** How many banks of quotes are wholly drawn by now. */
  declare _banks: number;
  /** How many times the person asked for more of them. */
  declare _turns: number;
  /** As the person saw it when they pressed: a vendor that quotes anew meanwhile changes nothing under their hand. */
  declare _accepting: ComparedQuote | undefined;

  readonly #quotes = new Watched<QuotesToCompare>(
    this,
    watch(() => quotesToCompare(this.context, { id: this.requestId })),
  );
  readonly #makers = new Watched<ReadonlyMap<string, RatedMaker>>(
    this,
    watch(() => ratedMakers(this.context)),
  );
  readonly #weigher = new Weigher();
  readonly #beside = new Beside(this);
  readonly #noMakers: ReadonlyMap<string, RatedMaker> = new Map();
  #sections: readonly ComparedSection[] = [];
  #sectionsOf: { readonly from?: QuotesToCompare['request']; readonly canAccept?: boolean } = {};
  /** Absent until all was weighed once. */
  #groups: readonly CurrencyGroup[] | undefined;
  #isWeighing = false;
  #drawnFor = '';
  #isGrowing = false;
  #heldHeight = 0;
  #tables: ComparedTables | undefined;
  /** Whose quote is to come into sight once it is drawn. */
  #sought: ThreadId | undefined;

  static override styles = [base, controls, compareStyle];

  constructor() {
    super();
    this._first = 'musts';
    this._banks = 0;
    this._turns = 0;
    this._accepting = undefined;
  }

  protected override willUpdate(): void {
    const { value } = this.#quotes;
    const makers = this.#makers.value?.size ? this.#makers.value : this.#noMakers;
    const isWeighed = value && this.#weigher.weighSome(this.context, value, makers);
    this.#isWeighing = isWeighed === false;
    // What is there stays meanwhile: somebody may be typing an address.
    this.#groups = isWeighed ? this.#weigher.groups(value, this._first) : this.#groups;
    const drawnFor = `${this.#weigher.orderedBy} ${this.#beside.count}`;
    if (this.#groups && this.#drawnFor !== drawnFor) {
      this.#drawnFor = drawnFor;
      this._banks = 0;
      this.#heldHeight = this.#grown?.offsetHeight ?? 0;
    }
  }

  /** What somebody reads does not move from under their eyes while tables are drawn anew. */
  #holdHeight(): void {
    const tables = this.#grown;
    if (tables) {
      tables.style.minBlockSize = tables.ariaBusy === 'true' ? `${this.#heldHeight}px` : '';
    }
  }

  get #grown(): HTMLElement | null {
    return this.renderRoot.querySelector('[aria-busy]');
  }

  protected override updated(): void {
    if (this.#isWeighing) {
      requestAnimationFrame(() => this.requestUpdate());
    }
    this.#grow();
    this.#holdHeight();
    this.#seek();
  }

  protected override render() {
    const { value, failure } = this.#quotes;
    if (failure !== undefined) {
      return html`<sayso-notice .failure=${failure}></sayso-notice>`;
    }
    const outcome = value && ruleProposal(this.context, value);
    if (!value || (value.quotes.length === 0 && !outcome)) {
      return nothing;
    }
    if (!this.#groups) {
      return html`<h2>${t('compare_title')}</h2>
        <p class="quiet">${t('common_loading')}</p>`;
    }
    return html`<section>
      <h2 tabindex="-1">${t('compare_title')}</h2>
      <sayso-rule-outcome
        .outcome=${outcome}
        .quotes=${value.quotes}
        .rule=${value.request.rule}
        @quote-pressed=${this.#onPressed}
      ></sayso-rule-outcome>
      ${value.quotes.length === 0 ? nothing : this.#comparison(value, this.#groups)} ${this.#accept(value)}
    </section>`;
  }

  #comparison(value: QuotesToCompare, groups: readonly CurrencyGroup[]) {
    const sections = this.#sectionsFor(value.request, value.phase.kind === 'open');
    const tables = comparedTables(groups, {
      abreast: this.#beside.abreast,
      rows: sections.reduce((sum, { rows }) => sum + rows.length, 0),
      turns: this.#beside.isPrinted ? Infinity : this._turns,
    });
    this.#tables = tables;
    return html`
      <p class="quiet">${t('compare_text')}</p>
      ${comparisonBar({
        criteria: COMPARE_CRITERIA.filter((one) => one !== 'budget' || value.request.budget),
        first: this._first,
        onFirst: (first) => (this._first = first),
        onPrint: () => this.#onPrint(),
        onSave: (as) => saveComparison(value.request, groups, as),
      })}
      <div
        aria-busy=${this._banks < tables.wanted && !this.#beside.isPrinted}
        @quote-chosen=${this.#onChoice}
        @quote-pressed=${this.#onPressed}
        @bank-drawn=${this.#grow}
      >
        ${this.#drawn(tables, sections)}
      </div>
      ${tables.next === undefined ? nothing : this.#more(tables, tables.next)}
    `;
  }

  #drawn({ groups, wanted }: ComparedTables, sections: readonly ComparedSection[]) {
    let left = this.#beside.isPrinted ? Infinity : Math.min(wanted, this._banks + 1);
    return groups.map(({ currency, count, banks }) => {
      const shown = banks.slice(0, Math.max(0, left));
      left -= banks.length;
      return shown.length === 0
        ? nothing
        : html`<h3>${tn('compare_group', count, currencyName(currency))}</h3>
            ${groups.length > 1 ? html`<p class="small quiet">${t('compare_group_text')}</p>` : nothing}
            ${shown.map(
              (bank) => html`<sayso-quote-bank
                .quotes=${bank}
                .sections=${sections}
                .isCard=${this.#beside.count === 1}
                .isAtOnce=${this.#beside.isPrinted}
              ></sayso-quote-bank>`,
            )}`;
    });
  }

  #more({ shown, count }: ComparedTables, next: ThreadId) {
    return html`<div class="row more">
      <p class="quiet">${t('compare_shown', formatNumber(shown), formatNumber(count))}</p>
      <button type="button" id="more" @click=${() => this.#goTo(next)}>${t('compare_more')}</button>
    </div>`;
  }

  #accept({ request }: QuotesToCompare) {
    return this._accepting
      ? html`<sayso-accept-quote
          .context=${this.context}
          .request=${request}
          .compared=${this._accepting}
          @dialog-closed=${() => (this._accepting = undefined)}
        ></sayso-accept-quote>`
      : nothing;
  }

  /** The same ones as long as they say the same: cells are drawn anew when their row is another. */
  #sectionsFor(request: QuotesToCompare['request'], canAccept: boolean): readonly ComparedSection[] {
    const { from } = this.#sectionsOf;
    if (this.#sectionsOf.canAccept !== canAccept || from?.id !== request.id || from.version !== request.version) {
      this.#sectionsOf = { from: request, canAccept };
      this.#sections = comparisonSections(request, { canAccept });
    }
    return this.#sections;
  }

  /** Whoever it stands in may leave out the rest of the page. */
  #onPrint(): void {
    this.dispatchEvent(new Event('print-compared'));
    window.print();
  }

  #onChoice({ detail: { thread, change } }: QuoteChosen): void {
    this.#weigher.choose(thread, change);
    this.requestUpdate();
  }

  #onPressed({ detail: { thread, act } }: QuotePressed): void {
    const one = this.#weigher.of(thread);
    if (act === 'accept') {
      this._accepting = one;
    } else if (act === 'ubl' && one) {
      saveQuotation(one);
    }
  }

  /** Comes into sight with this vendor's quote; with its heading while that is not drawn yet. */
  show(thread: ThreadId): void {
    if (!this.#goTo(thread)) {
      showHeading(this.renderRoot.querySelector('h2'));
    }
  }

  /** @returns whether it is there at once */
  #goTo(thread: ThreadId): boolean {
    this._turns = Math.max(this._turns, this.#tables?.turnOf(thread) ?? 0);
    this.#sought = thread;
    return this.#seek();
  }

  #seek(): boolean {
    const thread = this.#sought;
    const banks = thread === undefined ? [] : [...this.renderRoot.querySelectorAll('sayso-quote-bank')];
    const bank = banks.find((one) => one.hasUpdated && one.quotes.some(({ quote }) => quote.thread === thread));
    if (!bank || thread === undefined) {
      return false;
    }
    this.#sought = undefined;
    showHeading(bank.headingOf(thread));
    return true;
  }

  /** The next one begins when the last of those that are there is whole: it may have been so before it was asked for. */
  #grow(): void {
    const drawn = [...this.renderRoot.querySelectorAll('sayso-quote-bank')];
    if (this.#isGrowing || this._banks >= drawn.length || !drawn.at(-1)?.isWhole) {
      return;
    }
    this.#isGrowing = true;
    const drawnFor = this.#drawnFor;
    requestAnimationFrame(() => {
      this.#isGrowing = false;
      this._banks = drawnFor === this.#drawnFor ? drawn.length : 1;
    });
  }
}

customElements.define('sayso-compare-quotes', SaysoCompareQuotes);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-compare-quotes': SaysoCompareQuotes;
  }
}
