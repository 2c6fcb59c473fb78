import { css, html, LitElement, nothing } from 'lit';
import type { Quote } from '../../../domain/quote.ts';
import type { KindCopy, WholeCopy } from '../../../domain/vendor-copy.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import './sayso-quoted.ts';

/**
 * A quote that the comparison shows already, folded: all of it is drawn when somebody wants to see it.
 *
 * @fires {Event} show-compared - the person wants to see it beside the others
 */
export class SaysoWholeQuote extends LitElement {
  static override properties = {
    quote: { attribute: false },
    copy: { attribute: false },
    _isUnfolded: { state: true },
  };

  declare quote: Quote;
  /** What the vendor had of the request. */
  declare copy: KindCopy | WholeCopy;
  declare _isUnfolded: boolean;

  static override styles = [
    base,
    controls,
    css`
      .row {
        align-items: baseline;
        justify-content: space-between;
      }

      details {
        flex: 1 1 14rem;
        min-inline-size: 0;
      }

      sayso-quoted {
        margin-block-start: var(--sayso-gap-2);
      }

      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this._isUnfolded = false;
  }

  protected override render() {
    const { quote, copy } = this;
    return html`<div class="row">
      <details @toggle=${(event: Event) => (this._isUnfolded = (event.target as HTMLDetailsElement).open)}>
        <summary>${t('intention_quote_whole')}</summary>
        ${this._isUnfolded ? html`<sayso-quoted .quote=${quote} .copy=${copy}></sayso-quoted>` : nothing}
      </details>
      <button type="button" class="bare small" @click=${this.#onCompare}>${t('intention_quote_compared')}</button>
    </div>`;
  }

  /** Unfolds it, for somebody who comes from the comparison. */
  unfold(): void {
    const details = this.renderRoot.querySelector('details');
    if (details) {
      details.open = true;
    }
  }

  #onCompare(): void {
    this.dispatchEvent(new Event('show-compared', { bubbles: true, composed: true }));
  }
}

customElements.define('sayso-whole-quote', SaysoWholeQuote);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-whole-quote': SaysoWholeQuote;
  }
}
