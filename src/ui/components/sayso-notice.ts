import { css, html, LitElement, type PropertyValues } from 'lit';
import { errorText } from '../error-text.ts';
import { base } from '../styles/base.ts';

/**
 * A quiet box that says something: what is so (`info`), what to mind (`warning`), what went wrong (`error`).
 *
 * Set `failure` to whatever was thrown and it says in plain words what to do, aloud. Otherwise the text is its content.
 *
 * @slot - the text
 * @slot actions - buttons under it
 */
export class SaysoNotice extends LitElement {
  static override properties = { kind: { reflect: true }, failure: { attribute: false } };

  declare kind: 'info' | 'warning' | 'error';
  declare failure: unknown;

  static override styles = [
    base,
    css`
      .box {
        display: grid;
        gap: var(--sayso-gap-2);
        padding: var(--sayso-gap-3) var(--sayso-gap-4);
        border-inline-start: 0.25rem solid var(--sayso-accent);
        border-radius: var(--sayso-radius);
        background: var(--sayso-accent-ground);
      }

      ::slotted([slot='actions']) {
        justify-self: start;
      }

      :host([kind='warning']) .box {
        border-color: var(--sayso-warning);
        background: var(--sayso-warning-ground);
      }

      :host([kind='error']) .box {
        border-color: var(--sayso-danger);
        background: var(--sayso-danger-ground);
      }
    `,
  ];

  constructor() {
    super();
    this.kind = 'info';
    this.failure = undefined;
  }

  protected override willUpdate(): void {
    if (this.failure !== undefined) {
      this.kind = 'error';
    }
  }

  /** What went wrong may be told above what is in view: of a form that was filled in to its end. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('failure') && this.failure !== undefined) {
      this.scrollIntoView({ block: 'nearest' });
    }
  }

  protected override render() {
    return html`
      <div class="box">
        <div role=${this.kind === 'error' ? 'alert' : 'note'}>
          ${this.failure === undefined ? html`<slot></slot>` : html`<p>${errorText(this.failure)}</p>`}
        </div>
        <slot name="actions"></slot>
      </div>
    `;
  }
}

customElements.define('sayso-notice', SaysoNotice);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-notice': SaysoNotice;
  }
}
