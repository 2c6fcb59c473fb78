import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { counterQuote } from '../../../app/counter-quote.ts';
import type { Counter } from '../../../domain/counter.ts';
import type { Quote } from '../../../domain/quote.ts';
import type { Thread } from '../../../domain/thread.ts';
import '../../components/sayso-dialog.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Acting } from './acting.ts';
import { readCounter } from './read-counter.ts';

/** The most words that the wire carries, in UTF-16 units. */
const MOST = 2_000;
/** More prices than these are not asked for one by one. */
const MOST_LINES = 30;

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
  declare _problem: 'empty' | 'amount' | undefined;

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
        <p class="small quiet">${t('intention_counter_intro')}</p>
        <div class="field">
          <label for="total">${t('intention_counter_total', currency)}</label>
          <input id="total" inputmode="decimal" autocomplete="off" maxlength="30" />
        </div>
        <details>
          <summary>${t('intention_counter_lines')}</summary>
          <div class="fields">
            ${offers.map(
              ({ key, name }, index) => html`<div class="field">
                <label for=${`line-${index}`}><bdi>${name}</bdi> (${currency})</label>
                <input
                  id=${`line-${index}`}
                  data-offer=${key}
                  inputmode="decimal"
                  autocomplete="off"
                  maxlength="30"
                />
              </div>`,
            )}
          </div>
        </details>
        <div class="field">
          <label for="words">${t('intention_counter_words')}</label>
          <textarea id="words" dir="auto" rows="2" maxlength=${MOST}></textarea>
        </div>
        ${
          this._problem === undefined
            ? nothing
            : html`<p role="alert">
                ${t(this._problem === 'empty' ? 'intention_counter_empty' : 'intention_counter_no_amount')}
              </p>`
        }
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
    const fields = [...this.renderRoot.querySelectorAll<HTMLInputElement>('input[data-offer]')];
    const counter = readCounter(this.quote, {
      total: this.renderRoot.querySelector<HTMLInputElement>('#total')?.value ?? '',
      lines: fields.map(({ dataset, value }) => ({ offer: dataset['offer'] ?? '', amount: value })),
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
