import { css, html, LitElement } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { declineQuote } from '../../../app/decline-quote.ts';
import { LET_DOWN_REASONS, type LetDownReason } from '../../../domain/let-down.ts';
import type { Thread } from '../../../domain/thread.ts';
import '../../components/sayso-dialog.ts';
import '../../components/sayso-origin.ts';
import { t } from '../../i18n.ts';
import { letDownReason } from '../../reason-text.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Acting } from './acting.ts';

/**
 * Says no to one vendor, with a reason or none: its part is over, the others' go on. Opens itself.
 *
 * @fires {Told} told
 * @fires {Event} dialog-closed
 */
export class SaysoLetDown extends LitElement {
  static override properties = {
    context: { attribute: false },
    thread: { attribute: false },
    hasQuote: { attribute: false },
  };

  declare context: AppContext;
  declare thread: Thread;
  /** Before it quoted anything there is nothing to give a reason for. */
  declare hasQuote: boolean;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      .field {
        margin-block-start: var(--sayso-gap-3);
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.renderRoot.querySelector('sayso-dialog')?.open();
  }

  protected override render() {
    const { hasQuote } = this;
    return html`<sayso-dialog heading=${t(hasQuote ? 'intention_let_down' : 'intention_stop')}>
      <sayso-origin .origin=${this.thread.vendor}></sayso-origin>
      <p>${t(hasQuote ? 'intention_let_down_text' : 'intention_stop_text')}</p>
      ${
        hasQuote
          ? html`<div class="field">
              <label for="reason">${t('intention_let_down_reason')}</label>
              <select id="reason">
                <option value="">${t('intention_let_down_no_reason')}</option>
                ${LET_DOWN_REASONS.map((reason) => html`<option value=${reason}>${letDownReason(reason)}</option>`)}
              </select>
            </div>`
          : ''
      }
      ${this.#acting.notice()}
      <button slot="actions" type="button" @click=${this.#close}>${t('common_cancel')}</button>
      <button slot="actions" type="button" class="danger" id="let-down" ?disabled=${this.#acting.isBusy} @click=${this.#onPress}>
        ${t(hasQuote ? 'intention_let_down_now' : 'intention_stop_now')}
      </button>
    </sayso-dialog>`;
  }

  async #onPress(): Promise<void> {
    const { context, thread } = this;
    const value = this.renderRoot.querySelector('select')?.value ?? '';
    const reason = value === '' ? {} : { reason: value as LetDownReason };
    const said = { text: t('intention_let_down_done') };
    if (await this.#acting.run(thread.requestId, () => declineQuote(context, { thread: thread.id, ...reason }), said)) {
      this.#close();
    }
  }

  #close(): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
  }
}

customElements.define('sayso-let-down', SaysoLetDown);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-let-down': SaysoLetDown;
  }
}
