import { css, html, LitElement, nothing } from 'lit';
import type { HalfStars } from '../../domain/scale.ts';
import { t, tn } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fillOf, starShape, starStyle } from './star-shape.ts';

/** `halfStars` is 0 when the person cleared the rating. */
export type RatingChanged = CustomEvent<{ halfStars: HalfStars | 0 }>;

/** Each mark the arrow keys walk over, for those who must keep it should the page be torn down before it is given. */
export type RatingWalked = CustomEvent<{ halfStars: HalfStars }>;

const POSITIONS = [1, 2, 3, 4, 5] as const;
const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const satisfies readonly HalfStars[];

/** How long the arrow keys must rest before the mark they walked to counts as given. */
const REST_MS = 500;

/**
 * The person's stars: a group of native radios in half steps, and a separate Clear.
 *
 * Knows nothing of storage: it fires an event and its page saves. A press counts at once; with the arrow keys the
 * marks passed on the way are not given, only the one where they rest, where focus leaves, or the page goes.
 *
 * @fires {RatingWalked} rating-walked - the arrow keys are on a mark, which is not given yet
 * @fires {RatingChanged} rating-changed - the person gave another mark or cleared it
 * @cssprop --sayso-star - colour of a filled star
 */
export class SaysoStars extends LitElement {
  static override properties = {
    halfStars: { type: Number },
    label: {},
    disabled: { type: Boolean, reflect: true },
    _hovered: { state: true },
  };

  /** 0 is not rated. */
  declare halfStars: HalfStars | 0;
  /** What is rated, for those who do not see it: 'Your rating of …'. */
  declare label: string;
  declare disabled: boolean;
  declare _hovered: HalfStars | 0;

  #isWalking = false;
  /** The mark on its way. What comes from outside meanwhile does not take its place. */
  #walkedTo: HalfStars | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  readonly #onLeft = () => this.#settle();

  static override styles = [
    base,
    controls,
    starStyle,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--sayso-gap-3);
      }

      fieldset {
        display: grid;
        flex: none;
        margin-inline-start: -0.25rem;
        inline-size: 15rem;
        block-size: 3rem;
      }

      .shown,
      .steps {
        display: grid;
        grid-area: 1 / 1;
        block-size: 100%;
      }

      .shown {
        grid-template-columns: repeat(5, 1fr);
        pointer-events: none;
      }

      .shown span {
        padding: 0.25rem;
      }

      .steps {
        grid-template-columns: repeat(10, 1fr);
      }

      label {
        position: relative;
        cursor: pointer;
        touch-action: manipulation;
      }

      input[type='radio'] {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        opacity: 0;
        cursor: inherit;
      }

      fieldset:has(:focus-visible) {
        outline: 2px solid var(--sayso-accent);
        outline-offset: 2px;
        border-radius: var(--sayso-radius);
      }

      .words {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--sayso-gap-3);
        min-block-size: var(--sayso-target);
      }

      .value {
        font-variant-numeric: tabular-nums;
      }

      :host([disabled]) label {
        cursor: default;
      }

      :host([disabled]) .shown {
        opacity: 0.5;
      }
    `,
  ];

  constructor() {
    super();
    this.halfStars = 0;
    this.label = t('stars_label');
    this.disabled = false;
    this._hovered = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#onLeft);
    document.addEventListener('visibilitychange', this.#onLeft);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('pagehide', this.#onLeft);
    document.removeEventListener('visibilitychange', this.#onLeft);
    this.#settle();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    this.halfStars = this.#walkedTo ?? this.halfStars;
  }

  protected override render() {
    const shown = this._hovered || this.halfStars;
    return html`
      <div class="line">
        <fieldset
          role="radiogroup"
          ?disabled=${this.disabled}
          @keydown=${this.#onKey}
          @change=${this.#onChange}
          @focusout=${this.#onFocusOut}
          @pointerleave=${this.#onLeave}
        >
          <legend class="visually-hidden">${this.label}</legend>
          <span class="shown">${POSITIONS.map((position) => html`<span>${starShape(fillOf(position, shown))}</span>`)}</span>
          <span class="steps">
            ${STEPS.map(
              (step) => html`<label @pointerenter=${(event: PointerEvent) => this.#onEnter(event, step)}>
                <input
                  type="radio"
                  name="stars"
                  value=${step}
                  aria-label=${tn('stars_value', step / 2)}
                  .checked=${step === this.halfStars}
                />
              </label>`,
            )}
          </span>
        </fieldset>
        <span class="words">
          <span class="value quiet" aria-hidden="true">${starsText(shown)}</span>
          ${
            this.halfStars === 0
              ? nothing
              : html`<button type="button" class="bare small" ?disabled=${this.disabled} @click=${this.#onClear}>
                  ${t('stars_clear')}
                </button>`
          }
        </span>
      </div>
    `;
  }

  #onKey(event: KeyboardEvent): void {
    this.#isWalking = event.key.startsWith('Arrow');
    if (event.key === 'Enter') {
      this.#settle();
    } else if (event.key === 'Escape' && this.#resting !== undefined) {
      // Escape closes a popup or dialog: the first one only gives the mark, so that it is not lost with them.
      event.preventDefault();
      event.stopPropagation();
      this.#settle();
    }
  }

  // Walking moves the focus from star to star, too, before the mark changes.
  #onFocusOut({ relatedTarget, currentTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && (currentTarget as HTMLElement).contains(relatedTarget))) {
      this.#settle();
    }
  }

  #onChange(event: Event): void {
    event.stopPropagation();
    this.#walkedTo = Number((event.target as HTMLInputElement).value) as HalfStars;
    this.halfStars = this.#walkedTo;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#settle(), REST_MS);
    if (this.#isWalking) {
      const walked: RatingWalked = new CustomEvent('rating-walked', { detail: { halfStars: this.#walkedTo } });
      this.dispatchEvent(walked);
    } else {
      this.#settle();
    }
  }

  /** Gives the mark that is still on its way, if there is one. */
  #settle(): void {
    this.#isWalking = false;
    if (this.#resting === undefined) {
      return;
    }
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.halfStars = this.#walkedTo ?? this.halfStars;
    this.#walkedTo = undefined;
    this.#tell();
  }

  #onClear(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#walkedTo = undefined;
    this.halfStars = 0;
    // The button goes with the rating: focus stays in the group instead of falling to the page's start.
    this.renderRoot.querySelector<HTMLInputElement>('input')?.focus();
    this.#tell();
  }

  #onEnter(event: PointerEvent, step: HalfStars): void {
    this._hovered = event.pointerType === 'mouse' && !this.disabled ? step : 0;
  }

  #onLeave(): void {
    this._hovered = 0;
  }

  #tell(): void {
    const event: RatingChanged = new CustomEvent('rating-changed', {
      detail: { halfStars: this.halfStars },
      bubbles: true,
      composed: true,
    });
    this.dispatchEvent(event);
  }
}

/** '3.5 stars', or that there is no rating yet. */
export function starsText(halfStars: HalfStars | 0): string {
  return halfStars === 0 ? t('stars_none') : tn('stars_value', halfStars / 2);
}

customElements.define('sayso-stars', SaysoStars);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-stars': SaysoStars;
  }
  interface HTMLElementEventMap {
    'rating-changed': RatingChanged;
    'rating-walked': RatingWalked;
  }
}
