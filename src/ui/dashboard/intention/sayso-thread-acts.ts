import { css, html, LitElement, nothing } from 'lit';
import { blockVendor } from '../../../app/block-vendor.ts';
import type { AppContext } from '../../../app/context.ts';
import { declineQuote } from '../../../app/decline-quote.ts';
import type { Moved } from '../../../app/move-request.ts';
import { showRest } from '../../../app/show-rest.ts';
import type { Quote } from '../../../domain/quote.ts';
import type { Thread } from '../../../domain/thread.ts';
import { siteChanged } from '../../../platform/tell.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../sites/sayso-confirm.ts';
import { Acting } from './acting.ts';
import './sayso-counter.ts';
import './sayso-let-down.ts';

/**
 * What the person can do in one vendor's part, as it stands: show the rest, counter, say no, stop asking, block.
 *
 * @fires {Told} told
 */
export class SaysoThreadActs extends LitElement {
  static override properties = {
    context: { attribute: false },
    thread: { attribute: false },
    isSettled: { attribute: false },
    _asking: { state: true },
    _countered: { state: true },
  };

  declare context: AppContext;
  declare thread: Thread;
  /** Another vendor's quote is accepted. */
  declare isSettled: boolean;
  /** What the person is being asked about before it is done. */
  declare _asking: 'rest' | 'let-down' | 'block' | undefined;
  /** The quote that a counter is being written to. */
  declare _countered: Quote | undefined;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-2);
      }

      #block {
        font-size: var(--sayso-small);
        font-weight: 400;
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
    this.isSettled = false;
    this._asking = undefined;
    this._countered = undefined;
  }

  protected override render() {
    const { phase, stage, hasAnswered } = this.thread;
    const isOpen = phase.kind !== 'ended' && phase.kind !== 'accepted' && phase.kind !== 'ordered';
    const isBusy = this.#acting.isBusy;
    return html`
      <div class="acts">
        ${
          isOpen && stage === 'kind' && hasAnswered
            ? html`<button type="button" class=${this.isSettled ? '' : 'primary'} id="rest" ?disabled=${isBusy} @click=${() => (this._asking = 'rest')}>
                ${t('intention_show_rest')}
              </button>`
            : nothing
        }
        ${
          phase.kind === 'quoted' && phase.quote.pricing === 'negotiable'
            ? html`<button type="button" id="counter" ?disabled=${isBusy} @click=${() => (this._countered = phase.quote)}>
                ${t('intention_counter')}
              </button>`
            : nothing
        }
        ${
          isOpen
            ? html`<button type="button" id="no" ?disabled=${isBusy} @click=${() => (this._asking = 'let-down')}>
                ${t(this.#hasQuote ? 'intention_let_down' : 'intention_stop')}
              </button>`
            : nothing
        }
        ${
          isBlockable(this.thread)
            ? html`<button type="button" class="bare danger" id="block" ?disabled=${isBusy} @click=${() => (this._asking = 'block')}>
                ${t('intention_block')}
              </button>`
            : nothing
        }
      </div>
      ${this.#acting.notice()} ${this.#dialog()}
    `;
  }

  get #hasQuote(): boolean {
    const { kind } = this.thread.phase;
    return kind === 'quoted' || kind === 'countered';
  }

  #dialog() {
    const { context, thread, _asking: asking, _countered: countered } = this;
    if (countered) {
      return html`<sayso-counter
        .context=${context}
        .thread=${thread}
        .quote=${countered}
        @dialog-closed=${() => (this._countered = undefined)}
      ></sayso-counter>`;
    }
    switch (asking) {
      case undefined:
        return nothing;
      case 'let-down':
        return html`<sayso-let-down
          .context=${context}
          .thread=${thread}
          .hasQuote=${this.#hasQuote}
          @dialog-closed=${this.#onClosed}
        ></sayso-let-down>`;
      case 'rest':
        return this.#confirm({
          heading: t('intention_show_rest_confirm'),
          text: t('intention_show_rest_text'),
          act: t('intention_show_rest'),
          confirmed: () => void this.#showRest(),
        });
      case 'block':
        return this.#confirm({
          heading: t('intention_block_confirm', thread.vendor),
          text: t('intention_block_text'),
          act: t('intention_block'),
          confirmed: () => void this.#block(),
        });
    }
  }

  #confirm({
    heading,
    text,
    act,
    confirmed,
  }: {
    readonly heading: string;
    readonly text: string;
    readonly act: string;
    readonly confirmed: () => void;
  }) {
    return html`<sayso-confirm
      heading=${heading}
      text=${text}
      act=${act}
      @confirmed=${confirmed}
      @dialog-closed=${this.#onClosed}
    ></sayso-confirm>`;
  }

  #onClosed(): void {
    this._asking = undefined;
  }

  async #showRest(): Promise<void> {
    const { context, thread } = this;
    await this.#acting.run(thread.requestId, () => showRest(context, { thread: thread.id }), {
      text: t('intention_show_rest_done'),
    });
  }

  /** What is open with it ends first: afterwards nothing is said to it any more. */
  async #block(): Promise<void> {
    const { context, thread } = this;
    const { vendor: origin } = thread;
    const block = async (): Promise<Moved> => {
      const moved = thread.phase.kind === 'ended' ? {} : await declineQuote(context, { thread: thread.id });
      await blockVendor(context, { origin, isBlocked: true });
      await siteChanged(origin);
      return moved;
    };
    await this.#acting.run(thread.requestId, block, { text: t('dashboard_site_block_done', origin) });
  }
}

/** Not while an order is under way; and what ended in peace gives no cause. */
function isBlockable({ phase }: Thread): boolean {
  const isPeaceful = phase.kind === 'ended' && ['lapsed', 'withdrawn', 'closed', 'kept'].includes(phase.end.as);
  return phase.kind !== 'accepted' && phase.kind !== 'ordered' && !isPeaceful;
}

customElements.define('sayso-thread-acts', SaysoThreadActs);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-thread-acts': SaysoThreadActs;
  }
}
