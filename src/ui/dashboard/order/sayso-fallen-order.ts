import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import type { Reconciled } from '../../../app/reconcile.ts';
import type { Fall } from '../../../domain/order.ts';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';
import '../../components/sayso-origin.ts';
import { formatTime } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { underscored } from '../../underscored.ts';
import { Acting } from '../intention/acting.ts';
import { askAgain } from '../intention/ask-again.ts';
import { orderSums } from './order-sums.ts';

/**
 * An order that came to nothing, as the person said: of whom, who cancelled it, and what it was. From here it can be asked for anew.
 *
 * @fires {Told} told
 */
export class SaysoFallenOrder extends LitElement {
  static override properties = {
    context: { attribute: false },
    request: { attribute: false },
    order: { attribute: false },
    fall: { attribute: false },
  };

  declare context: AppContext;
  declare request: RequestForProposals;
  declare order: Reconciled['order'];
  declare fall: Fall;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      section > :where(:not(:first-child)) {
        margin-block-start: var(--sayso-gap-3);
      }

      .note {
        white-space: pre-wrap;
      }

      .sums {
        max-inline-size: 32rem;
      }

      .sums > div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--sayso-gap-4);
      }

      .sums dd {
        margin-inline-start: auto;
      }

      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const { order, fall } = this;
    return html`<section>
      <h2 tabindex="-1">${t('fallen_title')}</h2>
      <sayso-origin .origin=${order.vendor}></sayso-origin>
      <p>${t(`fall_cause_${underscored(fall.cause)}`)}</p>
      <p class="quiet">
        ${t('order_accepted_at', formatTime(order.orderedAtMs))}
        ${order.order ? html`${t('order_number')} <bdi>${order.order.number}</bdi>` : nothing}
      </p>
      ${
        fall.note === undefined
          ? nothing
          : html`<p class="note"><span class="quiet">${t('fallen_note')}</span> <bdi>${fall.note}</bdi></p>`
      }
      <details>
        <summary>${t('order_agreed')}</summary>
        ${orderSums(order.agreed)}
      </details>
      <button type="button" id="again" ?disabled=${this.#acting.isBusy} @click=${this.#onAgain}>${t('fallen_again')}</button>
      ${this.#acting.notice()}
    </section>`;
  }

  #onAgain(): void {
    const { context, request } = this;
    void this.#acting.run(request.id, () => askAgain(this, context, request));
  }
}

customElements.define('sayso-fallen-order', SaysoFallenOrder);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-fallen-order': SaysoFallenOrder;
  }
}
