import { css, html, LitElement } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { letOthersDown } from '../../../app/let-others-down.ts';
import type { RequestId } from '../../../domain/ids.ts';
import { LET_DOWN_REASONS, type LetDownReason } from '../../../domain/let-down.ts';
import { t, tn } from '../../i18n.ts';
import { letDownReason } from '../../reason-text.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Acting } from '../intention/acting.ts';

/**
 * Tells those whose quotes were not taken, kindly, with one reason for all or none.
 *
 * @fires {Told} told
 */
export class SaysoLetOthersDown extends LitElement {
  static override properties = {
    context: { attribute: false },
    requestId: { attribute: false },
    count: { attribute: false },
  };

  declare context: AppContext;
  declare requestId: RequestId;
  /** How many still wait. */
  declare count: number;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      .row {
        align-items: end;
      }

      .field {
        flex: 0 1 20rem;
      }
    `,
  ];

  protected override render() {
    return html`<div class="stack">
      <h3>${t('let_others_title')}</h3>
      <p>${tn('let_others_text', this.count)}</p>
      <div class="row">
        <div class="field">
          <label for="reason">${t('intention_let_down_reason')}</label>
          <select id="reason">
            <option value="">${t('intention_let_down_no_reason')}</option>
            ${LET_DOWN_REASONS.map((reason) => html`<option value=${reason}>${letDownReason(reason)}</option>`)}
          </select>
        </div>
        <button type="button" id="let-down" ?disabled=${this.#acting.isBusy} @click=${this.#onPress}>
          ${t('let_others_now')}
        </button>
      </div>
      ${this.#acting.notice()}
    </div>`;
  }

  #onPress(): void {
    const { context, requestId: id } = this;
    const value = this.renderRoot.querySelector('select')?.value ?? '';
    const reason = value === '' ? {} : { reason: value as LetDownReason };
    void this.#acting.run(id, () => letOthersDown(context, { id, ...reason }), { text: t('let_others_done') });
  }
}

customElements.define('sayso-let-others-down', SaysoLetOthersDown);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-let-others-down': SaysoLetOthersDown;
  }
}
