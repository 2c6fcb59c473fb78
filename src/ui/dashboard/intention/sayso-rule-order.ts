import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { changeRequest } from '../../../app/change-request.ts';
import type { AppContext } from '../../../app/context.ts';
import type { CastRequest } from '../../../domain/cast-request.ts';
import type { ThreadId } from '../../../domain/ids.ts';
import type { Thread } from '../../../domain/thread.ts';
import '../../components/sayso-origin.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Acting } from './acting.ts';

/**
 * Who of those that were asked is near: Sayso knows of no place where the person is, so the person puts them in order, until the
 * deadline of their rule. No vendor is told.
 *
 * @fires {Told} told
 */
export class SaysoRuleOrder extends LitElement {
  static override properties = {
    context: { attribute: false },
    cast: { attribute: false },
    threads: { attribute: false },
    _order: { state: true },
  };

  declare context: AppContext;
  declare cast: CastRequest;
  /** Those that are not over. */
  declare threads: readonly Thread[];
  /** As it was moved here, and not yet kept. */
  declare _order: readonly ThreadId[] | undefined;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      section {
        margin-block-start: var(--sayso-gap-5);
      }

      ol {
        margin-block: var(--sayso-gap-2) var(--sayso-gap-3);
        padding-inline-start: 1.5rem;
      }

      li > div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-2);
        align-items: center;
        padding-block: var(--sayso-gap-1);
      }

      li span {
        margin-inline-start: auto;
      }

      li button[aria-disabled='true'] {
        opacity: 0.4;
        text-decoration: none;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this._order = undefined;
  }

  protected override render() {
    const { rule } = this.cast.request;
    const isOpen = this.cast.phase.kind === 'open' && rule && this.context.clock.nowMs() < rule.deadlineMs;
    if (!isOpen || rule.pick !== 'nearest' || this.threads.length < 2) {
      return nothing;
    }
    const order = this.#inOrder();
    return html`<section aria-labelledby="order">
      <h2 id="order">${t('rule_order')}</h2>
      <p class="quiet">${t(this._order ? 'rule_order_moved' : rule.nearestFirst ? 'rule_order_text' : 'rule_order_none')}</p>
      <ol>
        ${repeat(
          order,
          ({ id }) => id,
          (thread, place) => html`<li>
            <div>
              <sayso-origin .origin=${thread.vendor}></sayso-origin>
              <span>${this.#button(thread, place, 'up')} ${this.#button(thread, place, 'down')}</span>
            </div>
          </li>`,
        )}
      </ol>
      ${this.#acting.notice()}
      <button type="button" id="keep-order" ?disabled=${this.#acting.isBusy} @click=${() => void this.#keep(order)}>
        ${t('rule_order_keep')}
      </button>
    </section>`;
  }

  #button({ id, vendor }: Thread, place: number, way: 'up' | 'down') {
    const to = way === 'up' ? place - 1 : place + 1;
    return html`<button
      type="button"
      class="bare"
      data-way=${way}
      data-thread=${id}
      aria-label=${t(way === 'up' ? 'rule_order_up' : 'rule_order_down', vendor)}
      aria-disabled=${to < 0 || to >= this.threads.length ? 'true' : nothing}
      @click=${() => void this.#move(place, to, way)}
    >
      ${way === 'up' ? '↑' : '↓'}
    </button>`;
  }

  /** As the person put them; the others after, as they were asked. */
  #inOrder(): readonly Thread[] {
    const order = this._order ?? this.cast.request.rule?.nearestFirst ?? [];
    const placeOf = ({ id }: Thread): number => (order.includes(id) ? order.indexOf(id) : order.length);
    return this.threads.toSorted((left, right) => placeOf(left) - placeOf(right));
  }

  async #move(from: number, to: number, way: 'up' | 'down'): Promise<void> {
    const ids = this.#inOrder().map(({ id }) => id);
    const [moved, other] = [ids[from], ids[to]];
    if (moved === undefined || other === undefined) {
      return;
    }
    this._order = ids.with(from, other).with(to, moved);
    // What was moved takes its buttons along, and the focus with them.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-thread="${moved}"][data-way="${way}"]`)?.focus();
  }

  async #keep(order: readonly Thread[]): Promise<void> {
    const { context } = this;
    const { id, version: _version, rule, ...request } = this.cast.request;
    if (!rule) {
      return;
    }
    const nearestFirst = order.map((thread) => thread.id);
    const change = () => changeRequest(context, { id, request: { ...request, rule: { ...rule, nearestFirst } } });
    if (await this.#acting.run(id, change, { text: t('rule_order_kept') })) {
      this._order = undefined;
    }
  }
}

customElements.define('sayso-rule-order', SaysoRuleOrder);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-rule-order': SaysoRuleOrder;
  }
}
