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
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { Beside } from './beside.ts';
import { compareStyle } from './compare-style.ts';
import { comparisonSections, type ComparedSection } from './comparison-sections.ts';
import { criterionText } from './criterion-text.ts';
import { currencyName } from './currency-name.ts';
import { inBanks } from './in-banks.ts';
import type { QuoteChosen, QuotePressed } from './quote-events.ts';
import './sayso-accept-quote.ts';
import './sayso-quote-bank.ts';
import './sayso-rule-outcome.ts';
import { saveComparison, saveQuotation } from './save-comparison.ts';
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
    _accepting: { state: true },
  };

  declare context: AppContext;
  declare requestId: RequestId;
  declare _first: CompareCriterion;
  /** How many banks of quotes are wholly drawn by now. */
  declare _banks: number;
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

  static override styles = [base, controls, compareStyle];

  constructor() {
    super();
    this._first = 'musts';
    this._banks = 0;
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
      this.#heldHeight = this.#tables?.offsetHeight ?? 0;
    }
  }

  /** What somebody reads does not move from under their eyes while tables are drawn anew. */
  #holdHeight(): void {
    const tables = this.#tables;
    if (tables) {
      tables.style.minBlockSize = tables.ariaBusy === 'true' ? `${this.#heldHeight}px` : '';
    }
  }

  get #tables(): HTMLElement | null {
    return this.renderRoot.querySelector('[aria-busy]');
  }

  protected override updated(): void {
    if (this.#isWeighing) {
      requestAnimationFrame(() => this.requestUpdate());
    }
    this.#grow();
    this.#holdHeight();
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
    const banks = groups.reduce((sum, { quotes }) => sum + Math.ceil(quotes.length / this.#beside.count), 0);
    return html`
      <p class="quiet">${t('compare_text')}</p>
      <div class="bar">
        <div class="field">
          <label for="first">${t('compare_first')}</label>
          <select id="first" @change=${this.#onFirst}>
            ${COMPARE_CRITERIA.filter((one) => one !== 'budget' || value.request.budget).map(
              (one) => html`<option value=${one} ?selected=${one === this._first}>${criterionText(one)}</option>`,
            )}
          </select>
        </div>
        <div class="row">
          <button type="button" id="print" @click=${this.#onPrint}>${t('compare_print')}</button>
          <button type="button" id="csv" @click=${() => saveComparison(value.request, groups, 'csv')}>${t('compare_csv')}</button>
          <button type="button" id="json" @click=${() => saveComparison(value.request, groups, 'json')}>${t('compare_json')}</button>
        </div>
      </div>
      <div
        aria-busy=${this._banks < banks && !this.#beside.isPrinted}
        @quote-chosen=${this.#onChoice}
        @quote-pressed=${this.#onPressed}
        @bank-drawn=${this.#grow}
      >
        ${this.#drawn(groups, value)}
      </div>
    `;
  }

  #drawn(groups: readonly CurrencyGroup[], { request, phase }: QuotesToCompare) {
    const sections = this.#sectionsFor(request, phase.kind === 'open');
    let left = this.#beside.isPrinted ? Infinity : this._banks + 1;
    return groups.map(({ currency, quotes }) => {
      const banks = inBanks(quotes, this.#beside.abreast);
      const shown = banks.slice(0, Math.max(0, left));
      left -= banks.length;
      return shown.length === 0
        ? nothing
        : html`<h3>${tn('compare_group', quotes.length, currencyName(currency))}</h3>
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

  #onFirst({ target }: Event): void {
    this._first = (target as HTMLSelectElement).value as CompareCriterion;
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

  /** Comes into sight with this vendor's quote, or with its heading while that is not drawn yet. */
  show(thread: ThreadId): void {
    const banks = [...this.renderRoot.querySelectorAll('sayso-quote-bank')];
    const bank = banks.find(({ quotes }) => quotes.some(({ quote }) => quote.thread === thread));
    const heading = bank?.headingOf(thread) ?? this.renderRoot.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
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
