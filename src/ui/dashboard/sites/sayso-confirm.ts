import { html, LitElement } from 'lit';
import '../../components/sayso-dialog.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';

/**
 * Asks once more before something ends that can't be given back by a press. Opens itself.
 *
 * @fires {Event} confirmed
 * @fires {Event} dialog-closed
 */
export class SaysoConfirm extends LitElement {
  static override properties = { heading: {}, text: {}, act: {} };

  declare heading: string;
  declare text: string;
  /** What the button that goes on says. */
  declare act: string;

  static override styles = [base, controls];

  constructor() {
    super();
    this.heading = '';
    this.text = '';
    this.act = '';
  }

  protected override firstUpdated(): void {
    void this.renderRoot.querySelector('sayso-dialog')?.open();
  }

  protected override render() {
    return html`<sayso-dialog heading=${this.heading}>
      <p>${this.text}</p>
      <button slot="actions" type="button" @click=${this.#close}>${t('common_cancel')}</button>
      <button slot="actions" type="button" class="danger" @click=${this.#confirm}>${this.act}</button>
    </sayso-dialog>`;
  }

  #confirm(): void {
    this.dispatchEvent(new Event('confirmed'));
    this.#close();
  }

  #close(): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
  }
}

customElements.define('sayso-confirm', SaysoConfirm);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-confirm': SaysoConfirm;
  }
  interface HTMLElementEventMap {
    confirmed: Event;
  }
}
