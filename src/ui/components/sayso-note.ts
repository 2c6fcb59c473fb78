import { css, html, LitElement, type PropertyValues } from 'lit';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';

export type NoteChanged = CustomEvent<{ text: string }>;

/** Every keystroke, for those who must keep what is typed should the page be torn down before it is handed over. */
export type NoteTyped = CustomEvent<{ text: string }>;

/** Typing that rests this long is handed over. Long enough that a pause for thought makes no version of its own. */
const REST_MS = 2_000;

/**
 * A few words about something, handed over by itself: when typing rests, when the field is left, when it goes off the
 * page, and when the page is hidden or closed. What is being typed is never overwritten from outside.
 *
 * @fires {NoteTyped} note-typed - at each keystroke, not to be saved yet
 * @fires {NoteChanged} note-changed - the words, trimmed; empty when there are none
 */
export class SaysoNote extends LitElement {
  static override properties = { text: {}, label: {}, placeholder: {} };

  declare text: string;
  declare label: string;
  declare placeholder: string;

  #draft: string | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  readonly #flush = () => this.#handOver();

  static override styles = [
    base,
    controls,
    css`
      textarea {
        display: block;
        min-block-size: 4rem;
        max-block-size: 16rem;
        field-sizing: content;
      }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.label = t('popup_note');
    this.placeholder = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    this.#handOver();
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const area = this.renderRoot.querySelector('textarea');
    if (area && changed.has('text') && this.#draft === undefined && area.value.trim() !== this.text) {
      area.value = this.text;
    }
  }

  protected override render() {
    return html`
      <div class="field">
        <label for="note">${this.label}</label>
        <textarea
          id="note"
          dir="auto"
          rows="2"
          maxlength="10000"
          placeholder=${this.placeholder}
          @input=${this.#onInput}
          @change=${this.#flush}
        ></textarea>
      </div>
    `;
  }

  #onInput(event: Event): void {
    this.#draft = (event.target as HTMLTextAreaElement).value;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(this.#flush, REST_MS);
    const typed: NoteTyped = new CustomEvent('note-typed', {
      detail: { text: this.#draft },
      bubbles: true,
      composed: true,
    });
    this.dispatchEvent(typed);
  }

  #handOver(): void {
    clearTimeout(this.#resting);
    const text = this.#draft?.trim();
    this.#draft = undefined;
    if (text === undefined || text === this.text) {
      return;
    }
    this.text = text;
    const event: NoteChanged = new CustomEvent('note-changed', { detail: { text }, bubbles: true, composed: true });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-note', SaysoNote);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-note': SaysoNote;
  }
  interface HTMLElementEventMap {
    'note-changed': NoteChanged;
    'note-typed': NoteTyped;
  }
}
