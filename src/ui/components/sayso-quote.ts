import { css, html, LitElement } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';

/** Somebody else's words, plainly theirs and never markup: set apart, in their own direction, and bounded in height. */
export class SaysoQuote extends LitElement {
  static override properties = { text: {} };

  declare text: string;

  static override styles = [
    base,
    css`
      figcaption {
        color: var(--sayso-quiet);
        font-size: var(--sayso-small);
      }

      blockquote {
        max-block-size: 9.5rem;
        margin-block-start: var(--sayso-gap-1);
        padding-inline-start: var(--sayso-gap-3);
        border-inline-start: 3px solid var(--sayso-edge);
        overflow: auto;
        white-space: pre-line;
      }
    `,
  ];

  constructor() {
    super();
    this.text = '';
  }

  protected override render() {
    return html`<figure>
      <figcaption>${t('common_ask_words')}</figcaption>
      <blockquote dir="auto" class="told" tabindex=${ifDefined(isLong(this.text) ? '0' : undefined)}>${this.text}</blockquote>
    </figure>`;
  }
}

// What may not fit must be reachable by keyboard to be scrolled.
function isLong(text: string): boolean {
  return text.length > 200 || text.split('\n').length > 4;
}

customElements.define('sayso-quote', SaysoQuote);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-quote': SaysoQuote;
  }
}
