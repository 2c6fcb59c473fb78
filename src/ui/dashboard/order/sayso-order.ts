import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { acceptedOf, orderFile } from '../../../app/checkout-files.ts';
import type { AppContext } from '../../../app/context.ts';
import type { RequestStory } from '../../../app/list-requests.ts';
import { type Difference, reconcileRow } from '../../../app/reconcile.ts';
import type { ThreadId } from '../../../domain/ids.ts';
import type { DeliveryDetails } from '../../../domain/request-for-proposals.ts';
import type { Thread } from '../../../domain/thread.ts';
import '../../components/sayso-notice.ts';
import '../../components/sayso-origin.ts';
import { download } from '../../download.ts';
import { formatMoment, formatTime } from '../../format.ts';
import { formatMoney } from '../../format-money.ts';
import { t } from '../../i18n.ts';
import { keepFocus } from '../../keep-focus.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { verdict, verdictStyle } from '../compare/verdict.ts';
import { differenceText } from './difference-text.ts';
import { orderSums } from './order-sums.ts';
import './sayso-fall-through.ts';
import './sayso-fallen-order.ts';
import './sayso-hand-over.ts';
import './sayso-keep-order.ts';
import './sayso-let-others-down.ts';
import './sayso-mend-acceptance.ts';

/**
 * What became of an accepted quote: what was agreed, what the vendor confirmed, what came; each difference is marked. And what can
 * be done about it.
 *
 * @fires {Told} told
 */
export class SaysoOrder extends LitElement {
  static override properties = { context: { attribute: false }, story: { attribute: false } };

  declare context: AppContext;
  declare story: RequestStory;

  /** Something was pressed here: what came of it is not news from elsewhere. */
  #hasActed = false;

  static override styles = [
    base,
    controls,
    verdictStyle,
    css`
      section > :where(:not(:first-child)) {
        margin-block-start: var(--sayso-gap-3);
      }

      section {
        margin-block-start: var(--sayso-gap-5);
      }

      section > h3,
      sayso-hand-over,
      sayso-let-others-down,
      sayso-keep-order,
      sayso-fallen-order {
        margin-block-start: var(--sayso-gap-5);
      }

      .sums {
        max-inline-size: 32rem;
      }

      .sums > div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--sayso-gap-4);
        padding-block: var(--sayso-gap-1);
        border-block-end: 1px solid var(--sayso-line);
        font-variant-numeric: tabular-nums;
      }

      .sums dd {
        margin-inline-start: auto;
      }

      li + li {
        margin-block-start: var(--sayso-gap-1);
      }
    `,
  ];

  constructor() {
    super();
    this.addEventListener('told', () => (this.#hasActed = true));
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('story');
    const fell = before && fallenIn(this.story).find((id) => !fallenIn(before).includes(id));
    if (this.#hasActed && before && (fell !== undefined || fallenIn(before).length !== fallenIn(this.story).length)) {
      this.#hasActed = false;
      void keepFocus(this, () => this.#whatBecame(fell));
    }
  }

  /** Of the order that just fell through, which may not be the only one, or of the one that stands again. */
  #whatBecame(fell: ThreadId | undefined): HTMLElement | null | undefined {
    const fallen = [...this.renderRoot.querySelectorAll('sayso-fallen-order')];
    const standing = this.renderRoot.querySelector('h2');
    return standing ?? fallen.find(({ order }) => order.id === fell)?.renderRoot.querySelector('h2');
  }

  protected override render() {
    return html`${this.#standing()} ${this.#fallen()}`;
  }

  /** Each that came to nothing, beside one that stands by now. */
  #fallen() {
    const { context, story } = this;
    return story.threads.flatMap(({ id, thread: { phase } }) => {
      const order = story.orders.find((one) => one.id === id);
      return order && phase.kind === 'ended' && phase.end.as === 'fell-through'
        ? [
            html`<sayso-fallen-order
              .context=${context}
              .request=${story.row.cast.request}
              .order=${order}
              .fall=${phase.end}
            ></sayso-fallen-order>`,
          ]
        : [];
    });
  }

  #standing() {
    const { threads } = this.story;
    const thread = threads.map((row) => row.thread).find((one) => acceptedOf(one));
    const order = this.story.orders.find(({ id }) => id === thread?.id);
    if (!thread || !order) {
      return nothing;
    }
    const { phase } = thread;
    const { agreed, order: said, fulfilment } = order;
    const { confirmed, kept } = reconcileRow(order);
    return html`<section>
      <h2 tabindex="-1">${t('order_title')}</h2>
      <sayso-origin .origin=${order.vendor}></sayso-origin>
      <p class="quiet">${t('order_accepted_at', formatTime(order.orderedAtMs))}</p>
      ${phase.kind === 'accepted' && phase.failed !== undefined ? this.#mend(thread) : nothing}
      <h3>${t('order_agreed')}</h3>
      ${orderSums(agreed)}
      <h3>${t('order_confirmed')}</h3>
      ${
        said
          ? html`<p>${t('order_number')} <bdi>${said.number}</bdi></p>
              ${differences(confirmed, t('order_confirmed_same'))}`
          : html`<p class="quiet">${t('order_not_confirmed')}</p>`
      }
      ${
        fulfilment
          ? html`<h3>${t('order_came')}</h3>
              <p>
                ${[
                  ...(fulfilment.cameAt === undefined ? [] : [t('order_came_at', formatMoment(fulfilment.cameAt))]),
                  ...(fulfilment.charged ? [t('order_charged', formatMoney(fulfilment.charged))] : []),
                ].join(' ')}
              </p>
              ${fulfilment.charged ? nothing : html`<p class="quiet">${t('order_not_charged')}</p>`}
              ${differences(kept, t('order_kept_same'))}`
          : this.#open(thread)
      }
      <div class="row">
        <button type="button" id="ubl" @click=${() => this.#saveUbl(thread)}>${t('compare_ubl')}</button>
      </div>
    </section>`;
  }

  #open(thread: Thread) {
    const { context, story } = this;
    const others = story.threads.filter((row) => row.id !== thread.id && row.thread.phase.kind !== 'ended');
    return html`
      <sayso-hand-over .context=${context} .thread=${thread}></sayso-hand-over>
      ${
        others.length === 0
          ? nothing
          : html`<sayso-let-others-down
              .context=${context}
              .requestId=${story.row.id}
              .count=${others.length}
            ></sayso-let-others-down>`
      }
      <sayso-keep-order
        .context=${context}
        .requestId=${story.row.id}
        .agreed=${this.#agreed(thread)}
        .sinceMs=${story.orders.find(({ id }) => id === thread.id)?.orderedAtMs ?? 0}
      ></sayso-keep-order>
      ${
        thread.phase.kind === 'ordered'
          ? html`<sayso-fall-through .context=${context} .thread=${thread}></sayso-fall-through>`
          : nothing
      }
    `;
  }

  #mend(thread: Thread) {
    return html`<sayso-mend-acceptance
      .context=${this.context}
      .thread=${thread}
      .delivery=${this.#deliveryOf(thread)}
    ></sayso-mend-acceptance>`;
  }

  #agreed({ id }: Thread) {
    return this.story.orders.find((order) => order.id === id)?.agreed;
  }

  /** As it was given with the last acceptance. */
  #deliveryOf({ id }: Thread): DeliveryDetails | undefined {
    const given = this.story.entries.flatMap(({ threadId, entry }) =>
      threadId === id && entry.kind === 'said' && entry.message.kind === 'acceptance'
        ? [entry.message.copy.delivery]
        : [],
    );
    return given.at(-1);
  }

  #saveUbl(thread: Thread): void {
    const order = this.story.orders.find(({ id }) => id === thread.id);
    const delivery = this.#deliveryOf(thread);
    const file = order && delivery && orderFile(thread, order, delivery);
    if (file) {
      download(file.name, new Blob([file.text], { type: 'application/xml' }));
    }
  }
}

/** Which orders came to nothing. */
function fallenIn({ threads }: RequestStory): readonly ThreadId[] {
  return threads.flatMap(({ id, thread: { phase } }) =>
    phase.kind === 'ended' && phase.end.as === 'fell-through' ? [id] : [],
  );
}

function differences(all: readonly Difference[], none: string) {
  return all.length === 0
    ? html`<p>${verdict('met', none)}</p>`
    : html`<ul role="list">
        ${all.map((one) => html`<li>${verdict('partly', differenceText(one))}</li>`)}
      </ul>`;
}

customElements.define('sayso-order', SaysoOrder);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-order': SaysoOrder;
  }
}
