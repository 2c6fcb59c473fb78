import { css, html, LitElement, nothing } from 'lit';
import { errorText } from '../error-text.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

export interface ToastMessage {
  readonly text: string;
  /** What takes it back. While it runs the button rests; what it throws is told. */
  readonly undo?: () => Promise<unknown>;
}

const STAYS_MS = 10_000;

/**
 * Says what was just done, aloud, and offers to take it back. One a page; a new message replaces the old one.
 *
 * With the attribute `inflow` it stands at the end of what is before it instead of floating over the page.
 *
 * Stays at least 8 seconds, and as long as the pointer or the focus is on it.
 */
export class SaysoToast extends LitElement {
  static override properties = { _message: { state: true }, _isBusy: { state: true } };

  declare _message: ToastMessage | undefined;
  declare _isBusy: boolean;

  #leaving: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;

  static override styles = [
    base,
    controls,
    css`
      :host {
        position: fixed;
        z-index: 10;
        inset-inline: 0;
        inset-block-end: var(--sayso-gap-4);
        display: flex;
        justify-content: center;
        padding-inline: var(--sayso-gap-4);
        pointer-events: none;
      }

      /* In the page's own flow, at its foot: what is small must not be covered. */
      :host([inflow]) {
        position: sticky;
        inset-block-end: 0;
        padding: 0;
      }

      :host([inflow]) .box {
        inline-size: 100%;
        max-inline-size: none;
        border-width: 1px 0 0;
        border-radius: 0;
        box-shadow: none;
      }

      :host([inflow]) .text {
        flex: 1;
      }

      .box {
        display: flex;
        align-items: center;
        gap: var(--sayso-gap-2);
        max-inline-size: 32rem;
        padding: var(--sayso-gap-1) var(--sayso-gap-2);
        padding-inline-start: var(--sayso-gap-4);
        border: 1px solid var(--sayso-line);
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
        box-shadow: var(--sayso-shadow);
        pointer-events: auto;
      }

      .text {
        padding-block: var(--sayso-gap-2);
      }

      button {
        flex: none;
      }

      button.close {
        min-inline-size: var(--sayso-target);
        text-decoration: none;
      }
    `,
  ];

  constructor() {
    super();
    this._message = undefined;
    this._isBusy = false;
  }

  /** Shows a message in place of the one before. */
  show(message: ToastMessage): void {
    this._message = message;
    this.#stay();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#leaving);
    super.disconnectedCallback();
  }

  protected override render() {
    const message = this._message;
    return html`
      <div
        class=${message ? 'box' : ''}
        @pointerenter=${this.#hold}
        @pointerleave=${this.#release}
        @focusin=${this.#hold}
        @focusout=${this.#release}
        @keydown=${this.#onKey}
      >
        <div class="text" role="status">${message?.text ?? ''}</div>
        ${
          message?.undo
            ? html`<button type="button" class="bare" ?disabled=${this._isBusy} @click=${this.#onUndo}>${t('common_undo')}</button>`
            : nothing
        }
        ${
          message
            ? html`<button type="button" class="bare close" aria-label=${t('common_dismiss')} @click=${this.#leave}>✕</button>`
            : nothing
        }
      </div>
    `;
  }

  async #onUndo(): Promise<void> {
    const undo = this._message?.undo;
    if (!undo) {
      return;
    }
    this._isBusy = true;
    try {
      await undo();
      this.show({ text: t('common_undone') });
    } catch (thrown) {
      this.show({ text: errorText(thrown) });
    } finally {
      this._isBusy = false;
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      this.#leave();
    }
  }

  #hold(): void {
    this.#isHeld = true;
    clearTimeout(this.#leaving);
  }

  #release(): void {
    this.#isHeld = false;
    this.#stay();
  }

  #stay(): void {
    clearTimeout(this.#leaving);
    if (this._message && !this.#isHeld) {
      this.#leaving = setTimeout(() => this.#leave(), STAYS_MS);
    }
  }

  #leave(): void {
    clearTimeout(this.#leaving);
    this.#isHeld = false;
    this._message = undefined;
  }
}

customElements.define('sayso-toast', SaysoToast);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-toast': SaysoToast;
  }
}
