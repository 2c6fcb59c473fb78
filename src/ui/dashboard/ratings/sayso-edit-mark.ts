import { css, html, LitElement } from 'lit';
import type { Given } from '../../../domain/scale.ts';
import { commonValue, halfStarsOf } from '../../../domain/scale.ts';
import '../../components/sayso-mark.ts';
import '../../components/sayso-stars.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';

/**
 * A mark that can be changed where it stands: small stars that become large ones when they are pressed, and small
 * again when the person is done. In a list of fifty, only the one in hand needs room for a finger.
 *
 * @fires {RatingChanged} rating-changed - the person gave another mark or cleared it
 */
export class SaysoEditMark extends LitElement {
  static override properties = { given: { attribute: false }, name: {}, _isOpen: { state: true } };

  /** `undefined` while there is no mark. */
  declare given: Given | undefined;
  /** What is rated. */
  declare name: string;
  declare _isOpen: boolean;

  static override styles = [
    base,
    controls,
    css`
      button.mark {
        justify-content: flex-start;
        padding: 0.375rem var(--sayso-gap-2);
        border-color: transparent;
        background: none;
        font-weight: 400;
      }

      button.first {
        padding-inline: var(--sayso-gap-3);
        border-color: var(--sayso-edge);
      }

      button.mark:hover {
        border-color: var(--sayso-edge);
      }
    `,
  ];

  constructor() {
    super();
    this.name = '';
    this._isOpen = false;
  }

  protected override render() {
    if (!this._isOpen) {
      return html`<button type="button" class=${this.given ? 'mark' : 'mark first'} @click=${this.#open}>
        ${
          this.given
            ? html`<sayso-mark .given=${this.given}></sayso-mark>
                <span class="visually-hidden">${t('dashboard_mark_change', this.name)}</span>`
            : html`<span aria-hidden="true">${t('dashboard_mark_give')}</span>
                <span class="visually-hidden">${t('dashboard_mark_give_to', this.name)}</span>`
        }
      </button>`;
    }
    return html`<sayso-stars
      .halfStars=${this.given ? halfStarsOf(commonValue(this.given) ?? 1) : 0}
      .label=${t('stars_label_of', this.name)}
      @rating-changed=${this.#onChanged}
      @focusout=${this.#onFocusOut}
      @keydown=${this.#onKey}
    ></sayso-stars>`;
  }

  async #open(): Promise<void> {
    this._isOpen = true;
    await this.updateComplete;
    const stars = this.renderRoot.querySelector('sayso-stars');
    await stars?.updateComplete;
    stars?.shadowRoot?.querySelector<HTMLInputElement>('input:checked, input')?.focus();
  }

  async #shut(): Promise<void> {
    this._isOpen = false;
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  }

  #onChanged(): void {
    void this.#shut();
  }

  #onFocusOut({ relatedTarget }: FocusEvent): void {
    // Inside the stars the browser tells the stars themselves: focus left only when it is elsewhere.
    this._isOpen = relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      void this.#shut();
    }
  }
}

customElements.define('sayso-edit-mark', SaysoEditMark);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-edit-mark': SaysoEditMark;
  }
}
