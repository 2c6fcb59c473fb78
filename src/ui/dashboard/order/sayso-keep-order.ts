import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { keepOrder } from '../../../app/keep-order.ts';
import type { RequestId } from '../../../domain/ids.ts';
import { type Moment, readMoment } from '../../../domain/moment.ts';
import type { Money } from '../../../domain/money.ts';
import type { Fulfilment, Order, OrderLine } from '../../../domain/order.ts';
import { readQuantity } from '../../../domain/quantity.ts';
import { formatQuantity } from '../../format-quantity.ts';
import { isolated, t } from '../../i18n.ts';
import { readAmount } from '../../read-amount.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Acting } from '../intention/acting.ts';
import { dayText } from '../intentions/day-text.ts';
import { readTypedNumber, typedNumber } from '../intentions/typed-number.ts';

type Wrong = 'keep_wrong' | 'keep_wrong_day';

/**
 * What came, when, and what was charged, as the person says: then the request is over.
 *
 * @fires {Told} told
 */
export class SaysoKeepOrder extends LitElement {
  static override properties = {
    context: { attribute: false },
    requestId: { attribute: false },
    agreed: { attribute: false },
    sinceMs: { attribute: false },
    _isOpen: { state: true },
    _wrong: { state: true },
  };

  declare context: AppContext;
  declare requestId: RequestId;
  declare agreed: Omit<Order, 'number'> | undefined;
  /** When it was accepted, in milliseconds since the Unix epoch: it can't have come on a day before. */
  declare sinceMs: number;
  declare _isOpen: boolean;
  /** What is wrong with what was typed in. */
  declare _wrong: Wrong | undefined;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      form {
        max-inline-size: 30rem;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sayso-gap-2);
      }

      .line label {
        flex: 1 1 12rem;
      }

      .line input {
        inline-size: 6rem;
      }
    `,
  ];

  constructor() {
    super();
    this._isOpen = false;
    this.sinceMs = 0;
    this._wrong = undefined;
  }

  protected override render() {
    return html`<div class="stack">
      <h3>${t('keep_title')}</h3>
      <p>${t('keep_text')}</p>
      ${this._isOpen ? this.#form() : html`<button type="button" id="open" @click=${() => (this._isOpen = true)}>${t('keep_open')}</button>`}
    </div>`;
  }

  #form() {
    const { agreed } = this;
    const currency = agreed?.total?.currency ?? agreed?.lines[0]?.amount?.currency;
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      ${agreed?.lines.map(
        ({ name, quantity }, place) => html`<div class="line">
          <label for="line-${place}">${t('keep_line', isolated(name), formatQuantity(quantity))}</label>
          <input id="line-${place}" inputmode="decimal" .value=${typedNumber(quantity.value)} />
        </div>`,
      )}
      <div class="field">
        <label for="came">${t('keep_when')}</label>
        <input
          id="came"
          type="date"
          min=${dayText(this.sinceMs)}
          max=${dayText(this.context.clock.nowMs())}
          .value=${dayText(this.context.clock.nowMs())}
        />
      </div>
      ${
        currency === undefined
          ? nothing
          : html`<div class="field">
              <label for="charged">${t('keep_charged', currency)}</label>
              <input id="charged" inputmode="decimal" autocomplete="off" />
            </div>`
      }
      ${this._wrong ? html`<sayso-notice kind="error">${t(this._wrong)}</sayso-notice>` : nothing}
      ${this.#acting.notice()}
      <div class="row">
        <button type="submit" id="keep" class="primary" ?disabled=${this.#acting.isBusy}>${t('keep_now')}</button>
        <button type="button" @click=${() => (this._isOpen = false)}>${t('common_cancel')}</button>
      </div>
    </form>`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const fulfilment = this.#read();
    this._wrong = typeof fulfilment === 'string' ? fulfilment : undefined;
    if (typeof fulfilment === 'object') {
      const { context, requestId: id } = this;
      await this.#acting.run(id, () => keepOrder(context, { id, fulfilment }), { text: t('keep_done') });
    }
  }

  #read(): Fulfilment | Wrong {
    const lines = (this.agreed?.lines ?? []).map((line, place) => cameOf(line, this.#text(`line-${place}`)));
    const came = this.#text('came');
    const cameAt: Moment | undefined = came === '' ? undefined : readMoment(came);
    const charged = this.#charged();
    if (lines.includes(undefined) || (came !== '' && !cameAt) || charged === 'unreadable') {
      return 'keep_wrong';
    }
    if (came !== '' && (came < dayText(this.sinceMs) || came > dayText(this.context.clock.nowMs()))) {
      return 'keep_wrong_day';
    }
    return {
      lines: lines.flatMap((line) => (line === undefined || line === 'nothing' ? [] : [line])),
      ...(cameAt !== undefined && { cameAt }),
      ...(charged && { charged }),
    };
  }

  #charged(): Money | 'unreadable' | undefined {
    const text = this.#text('charged');
    const currency = this.agreed?.total?.currency ?? this.agreed?.lines[0]?.amount?.currency;
    return text === '' || currency === undefined ? undefined : (readAmount(text, currency) ?? 'unreadable');
  }

  #text(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? '';
  }
}

/** So many of it came. What it cost by itself is not asked. @returns `undefined` when that is no number */
function cameOf({ offer, name, quantity }: OrderLine, text: string): OrderLine | 'nothing' | undefined {
  if (/^0*$/u.test(text)) {
    return 'nothing';
  }
  const came = readQuantity(readTypedNumber(text) ?? '', quantity.unit);
  return came && { ...(offer !== undefined && { offer }), name, quantity: came };
}

customElements.define('sayso-keep-order', SaysoKeepOrder);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-keep-order': SaysoKeepOrder;
  }
}
