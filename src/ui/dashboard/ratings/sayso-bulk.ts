import { css, html, LitElement, nothing } from 'lit';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';

/** What the person wants done with what is selected, or with the selection itself. */
export type BulkPressed = CustomEvent<'all' | 'none' | 'delete'>;

/**
 * Over a list: select all of it, and what can be done with what is selected.
 *
 * @fires {BulkPressed} bulk-pressed
 */
export class SaysoBulk extends LitElement {
  static override properties = { selected: { type: Number }, shown: { type: Number } };

  /** How many rows are selected. */
  declare selected: number;
  /** How many rows the list has. */
  declare shown: number;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--sayso-gap-4);
        min-block-size: var(--sayso-target);
      }

      label.tick {
        align-items: center;
      }
    `,
  ];

  protected override render() {
    const isAll = this.selected === this.shown && this.shown > 0;
    return html`
      <label class="tick small">
        <input
          type="checkbox"
          .checked=${isAll}
          .indeterminate=${this.selected > 0 && !isAll}
          @change=${() => this.#press(isAll ? 'none' : 'all')}
        />
        ${t('dashboard_ratings_select_all')}
      </label>
      <span class="small" role="status">${this.selected > 0 ? tn('dashboard_ratings_selected', this.selected) : ''}</span>
      ${
        this.selected === 0
          ? nothing
          : html`<button type="button" class="bare small danger" @click=${() => this.#press('delete')}>
                ${tn('dashboard_ratings_delete', this.selected)}</button
              ><button type="button" class="bare small" @click=${() => this.#press('none')}>
                ${t('dashboard_ratings_select_none')}
              </button>`
      }
    `;
  }

  #press(wish: BulkPressed['detail']): void {
    const event: BulkPressed = new CustomEvent('bulk-pressed', { detail: wish });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-bulk', SaysoBulk);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-bulk': SaysoBulk;
  }
  interface HTMLElementEventMap {
    'bulk-pressed': BulkPressed;
  }
}
