import { css, html, LitElement } from 'lit';
import { base } from '../styles/base.ts';
import { starShape, starStyle } from './star-shape.ts';

/**
 * Stands where nothing is yet, and says what to do about it.
 *
 * @slot - why it is empty and what comes here
 * @slot actions - the next step
 */
export class SaysoEmpty extends LitElement {
  static override properties = { heading: {} };

  declare heading: string;

  static override styles = [
    base,
    starStyle,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: var(--sayso-gap-3);
        max-inline-size: 30rem;
        margin-inline: auto;
        padding: var(--sayso-gap-6) var(--sayso-gap-4);
        text-align: center;
      }

      .sign {
        inline-size: 2.5rem;
        block-size: 2.5rem;
      }

      slot {
        display: block;
      }

      slot:not([name]) {
        color: var(--sayso-quiet);
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
  }

  protected override render() {
    return html`
      <span class="sign">${starShape('none')}</span>
      <h2>${this.heading}</h2>
      <slot></slot>
      <slot name="actions"></slot>
    `;
  }
}

customElements.define('sayso-empty', SaysoEmpty);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-empty': SaysoEmpty;
  }
}
