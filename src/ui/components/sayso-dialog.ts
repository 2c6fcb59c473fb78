import { css, html, LitElement } from 'lit';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

/**
 * A native modal dialog with a heading: focus is kept in it, Escape and the ✕ close it, focus returns where it was.
 *
 * @slot - what it is about
 * @slot actions - its buttons, the main one last
 * @fires {Event} dialog-closed - it is shut, however that came about
 */
export class SaysoDialog extends LitElement {
  static override properties = { heading: {} };

  declare heading: string;

  static override styles = [
    base,
    controls,
    css`
      dialog {
        inline-size: min(34rem, calc(100vw - 2rem));
        max-block-size: calc(100dvh - 2rem);
        padding: 0;
        border: 1px solid var(--sayso-line);
        border-radius: calc(var(--sayso-radius) * 1.5);
        background: var(--sayso-raised);
        color: var(--sayso-text);
        box-shadow: var(--sayso-shadow);
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }

      header {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--sayso-gap-3);
        padding: var(--sayso-gap-4) var(--sayso-gap-3) 0 var(--sayso-gap-5);
      }

      header:dir(rtl) {
        padding: var(--sayso-gap-4) var(--sayso-gap-5) 0 var(--sayso-gap-3);
      }

      h2 {
        padding-block: 0.375rem;
      }

      header button.bare {
        flex: none;
        min-inline-size: var(--sayso-target);
        text-decoration: none;
      }

      .content {
        padding: var(--sayso-gap-3) var(--sayso-gap-5) var(--sayso-gap-2);
      }

      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--sayso-gap-2);
        padding: var(--sayso-gap-3) var(--sayso-gap-5) var(--sayso-gap-5);
      }

      /* What is long scrolls between its heading and its buttons, where there is room for all three. */
      @media (height >= 30rem) {
        dialog[open] {
          display: flex;
          flex-direction: column;
          overflow: hidden;
        }

        .content {
          flex: 0 1 auto;
          min-block-size: 0;
          overflow-y: auto;
        }

        header,
        footer {
          flex: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
  }

  /** Opens it as soon as it has been drawn. */
  async open(): Promise<void> {
    await this.updateComplete;
    this.#dialog.showModal();
  }

  close(): void {
    this.#dialog.close();
  }

  protected override render() {
    return html`
      <dialog aria-labelledby="heading" @close=${this.#onClose}>
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button type="button" class="bare" aria-label=${t('common_close')} @click=${() => this.close()}>✕</button>
        </header>
        <div class="content"><slot></slot></div>
        <footer><slot name="actions"></slot></footer>
      </dialog>
    `;
  }

  #onClose(): void {
    this.dispatchEvent(new Event('dialog-closed', { bubbles: true, composed: true }));
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }
}

customElements.define('sayso-dialog', SaysoDialog);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-dialog': SaysoDialog;
  }
  interface HTMLElementEventMap {
    'dialog-closed': Event;
  }
}
