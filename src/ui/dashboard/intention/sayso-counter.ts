import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { counterQuote } from '../../../app/counter-quote.ts';
import type { Counter } from '../../../domain/counter.ts';
import type { Quote } from '../../../domain/quote.ts';
import type { Thread } from '../../../domain/thread.ts';
import '../../components/sayso-dialog.ts';
import '../../components/sayso-origin.ts';
import { formatQuantity } from '../../format-quantity.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Acting } from './acting.ts';
import { readCounter } from './read-counter.ts';

/** The most words that the wire carries, in UTF-16 units. */
const MOST = 2_000;
/** More things than these are not asked for one by one. */
const MOST_LINES = 30;
const PROBLEMS = {
  empty: 'intention_counter_empty',
  amount: 'intention_counter_no_amount',
  quantity: 'intention_counter_no_count',
} as const;

/**
 * What the person would take instead of a quote: for everything, for single things, in words. Opens itself.
 *
 * @fires {Told} told
 * @fires {Event} dialog-closed
 */
export class SaysoCounter extends LitElement {
  static override properties = {
    context: { attribute: false },
    thread: { attribute: false },
    quote: { attribute: false },
    _problem: { state: true },
  };

  declare context: AppContext;
  declare thread: Thread;
  /** The one that is countered, as it was when this was opened. */
  declare quote: Quote;
  declare _problem: Extract<ReturnType<typeof readCounter>, string> | undefined;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      .fields {
        display: grid;
        gap: var(--sayso-gap-3);
      }

      input {
        max-inline-size: 12rem;
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-2) var(--sayso-gap-3);
        min-inline-size: 0;
      }

      legend {
        font-weight: 550;
      }
    `,
  ];

  constructor() {
    super();
    this._problem = undefined;
  }

  protected override firstUpdated(): void {
    void this.renderRoot.querySelector('sayso-dialog')?.open();
  }

  protected override render() {
    const { currency } = this.quote;
    const offers = this.quote.lines.flatMap((line) => (line.kind === 'offered' ? [line] : [])).slice(0, MOST_LINES);
    return html`<sayso-dialog heading=${t('intention_counter')}>
      <div class="fields">
        <sayso-origin .origin=${this.thread.vendor}></sayso-origin>
        <p class="small quiet">${t('intention_counter_intro')}</p>
        <div class="field">
          <label for="total">${t('intention_counter_total', currency)}</label>
          <input id="total" inputmode="decimal" autocomplete="off" maxlength="30" />
        </div>
        <details>
          <summary>${t('intention_counter_lines')}</summary>
          <div class="fields">
            ${offers.map(
              ({ key, name, quantity }, index) => html`<fieldset data-offer=${key}>
                <legend><bdi>${name}</bdi></legend>
                <div class="field">
                  <label for=${`count-${index}`}>${t('intention_counter_count', formatQuantity(quantity))}</label>
                  <input id=${`count-${index}`} class="count" inputmode="decimal" autocomplete="off" maxlength="30" />
                </div>
                <div class="field">
                  <label for=${`line-${index}`}>${t('intention_counter_line', currency)}</label>
                  <input id=${`line-${index}`} class="amount" inputmode="decimal" autocomplete="off" maxlength="30" />
                </div>
              </fieldset>`,
            )}
          </div>
        </details>
        <div class="field">
          <label for="words">${t('intention_counter_words')}</label>
          <textarea id="words" dir="auto" rows="2" maxlength=${MOST}></textarea>
        </div>
        ${this._problem === undefined ? nothing : html`<p role="alert">${t(PROBLEMS[this._problem])}</p>`}
        ${this.#acting.notice()}
      </div>
      <button slot="actions" type="button" @click=${this.#close}>${t('common_cancel')}</button>
      <button
        slot="actions"
        type="button"
        class="primary"
        id="send"
        ?disabled=${this.#acting.isBusy}
        @click=${this.#onSend}
      >
        ${t('intention_counter_send')}
      </button>
    </sayso-dialog>`;
  }

  async #onSend(): Promise<void> {
    const fields = [...this.renderRoot.querySelectorAll<HTMLElement>('fieldset[data-offer]')];
    const typed = (within: ParentNode, selector: string) =>
      within.querySelector<HTMLInputElement>(selector)?.value ?? '';
    const counter = readCounter(this.quote, {
      total: typed(this.renderRoot, '#total'),
      lines: fields.map((field) => ({
        offer: field.dataset['offer'] ?? '',
        quantity: typed(field, '.count'),
        amount: typed(field, '.amount'),
      })),
      words: this.renderRoot.querySelector<HTMLTextAreaElement>('#words')?.value ?? '',
    });
    if (typeof counter === 'string') {
      this._problem = counter;
      return;
    }
    this._problem = undefined;
    await this.#send(counter);
  }

  async #send(counter: Counter): Promise<void> {
    const { context, thread } = this;
    const said = { text: t('intention_counter_done') };
    if (await this.#acting.run(thread.requestId, () => counterQuote(context, { thread: thread.id, counter }), said)) {
      this.#close();
    }
  }

  #close(): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
  }
}

customElements.define('sayso-counter', SaysoCounter);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-counter': SaysoCounter;
  }
}
