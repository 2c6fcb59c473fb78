import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { orderFellThrough } from '../../../app/order-fell-through.ts';
import { orderStandsAgain } from '../../../app/order-stands-again.ts';
import { FALL_CAUSES, type FallCause } from '../../../domain/order.ts';
import type { Thread } from '../../../domain/thread.ts';
import { requestChanged } from '../../../platform/tell.ts';
import '../../components/sayso-dialog.ts';
import '../../components/sayso-origin.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { underscored } from '../../underscored.ts';
import { Acting } from '../intention/acting.ts';

/** The longest note, in UTF-16 units. */
const MOST = 2_000;

/**
 * Says that a confirmed order came to nothing: who cancelled it, and a note if the person likes. Neither leaves.
 *
 * @fires {Told} told
 */
export class SaysoFallThrough extends LitElement {
  static override properties = {
    context: { attribute: false },
    thread: { attribute: false },
    _isAsking: { state: true },
    _isMissing: { state: true },
  };

  declare context: AppContext;
  declare thread: Thread;
  declare _isAsking: boolean;
  /** Nobody said yet who cancelled. */
  declare _isMissing: boolean;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      :host {
        margin-block-start: var(--sayso-gap-2);
      }

      form > :where(:not(:first-child)) {
        margin-block-start: var(--sayso-gap-3);
      }

      fieldset {
        border: none;
        padding: 0;
        margin-inline: 0;
      }

      legend {
        padding: 0;
        font-weight: 550;
      }

      .problem {
        color: var(--sayso-danger);
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
    this._isAsking = false;
    this._isMissing = false;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('_isAsking') && this._isAsking) {
      void this.renderRoot.querySelector('sayso-dialog')?.open();
    }
  }

  protected override render() {
    return html`<button type="button" id="fell" @click=${() => (this._isAsking = true)}>${t('fall_open')}</button>
      ${this._isAsking ? this.#dialog() : nothing}`;
  }

  #dialog() {
    const { vendor } = this.thread;
    return html`<sayso-dialog heading=${t('fall_title')} @dialog-closed=${this.#onClosed}>
      <form id="form" novalidate @submit=${this.#onSubmit}>
        <sayso-origin .origin=${vendor}></sayso-origin>
        <fieldset aria-describedby="problem">
          <legend>${t('fall_who')}</legend>
          ${FALL_CAUSES.map(
            (cause) => html`<label class="tick">
              <input type="radio" name="cause" value=${cause} @change=${() => (this._isMissing = false)} />
              <span>${t(`fall_cause_${underscored(cause)}`)}</span>
            </label>`,
          )}
          <p class="small problem" id="problem" role="alert">${this._isMissing ? t('fall_who_missing') : nothing}</p>
        </fieldset>
        <div class="field">
          <label for="note">${t('fall_note')}</label>
          <textarea id="note" dir="auto" rows="2" maxlength=${MOST} aria-describedby="note-text"></textarea>
          <p class="small quiet" id="note-text">${t('fall_note_text')}</p>
        </div>
        <p>${t('fall_text', vendor)}</p>
        ${this.#acting.notice()}
      </form>
      <button slot="actions" type="button" @click=${this.#close}>${t('common_cancel')}</button>
      <button slot="actions" type="button" id="fall" ?disabled=${this.#acting.isBusy} @click=${this.#onSubmit}>
        ${t('fall_now')}
      </button>
    </sayso-dialog>`;
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    void this.#fall();
  }

  async #fall(): Promise<void> {
    const { context, thread } = this;
    const { id: threadId, requestId: id } = thread;
    const chosen = this.renderRoot.querySelector<HTMLInputElement>('input[name="cause"]:checked');
    if (!chosen) {
      this._isMissing = true;
      this.renderRoot.querySelector<HTMLInputElement>('input[name="cause"]')?.focus();
      return;
    }
    const note = this.renderRoot.querySelector('textarea')?.value ?? '';
    const fall = { id, cause: chosen.value as FallCause, note };
    const undo = async (): Promise<void> => {
      await orderStandsAgain(context, { id, thread: threadId });
      await requestChanged(id);
    };
    if (await this.#acting.run(id, () => orderFellThrough(context, fall), { text: t('fall_done'), undo })) {
      this.#close();
    }
  }

  #onClosed(): void {
    this._isAsking = false;
    this._isMissing = false;
  }

  #close(): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
  }
}

customElements.define('sayso-fall-through', SaysoFallThrough);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-fall-through': SaysoFallThrough;
  }
}
