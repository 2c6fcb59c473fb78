import { html, LitElement } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { repeatAcceptance } from '../../../app/repeat-acceptance.ts';
import { takeBackAcceptance } from '../../../app/take-back-acceptance.ts';
import type { DeliveryDetails } from '../../../domain/request-for-proposals.ts';
import type { Thread } from '../../../domain/thread.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Acting } from '../intention/acting.ts';
import { failureReason } from '../../reason-text.ts';

/**
 * An acceptance that nobody confirmed: it can be sent once more, or taken back, after which another quote can be accepted.
 *
 * @fires {Told} told
 */
export class SaysoMendAcceptance extends LitElement {
  static override properties = {
    context: { attribute: false },
    thread: { attribute: false },
    delivery: { attribute: false },
  };

  declare context: AppContext;
  declare thread: Thread;
  /** As it was given; without it nothing can be sent again. */
  declare delivery: DeliveryDetails | undefined;

  readonly #acting = new Acting(this);

  static override styles = [base, controls];

  protected override render() {
    const { phase } = this.thread;
    const reason = phase.kind === 'accepted' && phase.failed !== undefined ? failureReason(phase.failed) : '';
    const isBusy = this.#acting.isBusy;
    return html`<sayso-notice kind="warning">
        <p>${reason} ${t('order_failed')}</p>
        <div slot="actions" class="row">
          <button type="button" id="repeat" ?disabled=${isBusy || !this.delivery} @click=${this.#onRepeat}>
            ${t('order_repeat')}
          </button>
          <button type="button" id="take-back" class="danger" ?disabled=${isBusy} @click=${this.#onTakeBack}>
            ${t('order_take_back')}
          </button>
        </div>
      </sayso-notice>
      ${this.#acting.notice()}`;
  }

  #onRepeat(): void {
    const { context, thread, delivery } = this;
    if (delivery) {
      void this.#acting.run(thread.requestId, () => repeatAcceptance(context, { thread: thread.id, delivery }), {
        text: t('order_repeated'),
      });
    }
  }

  #onTakeBack(): void {
    const { context, thread } = this;
    void this.#acting.run(thread.requestId, () => takeBackAcceptance(context, { id: thread.requestId }), {
      text: t('order_taken_back'),
    });
  }
}

customElements.define('sayso-mend-acceptance', SaysoMendAcceptance);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-mend-acceptance': SaysoMendAcceptance;
  }
}
