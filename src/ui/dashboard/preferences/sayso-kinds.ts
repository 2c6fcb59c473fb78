import { css, html, LitElement, nothing } from 'lit';
import { ITEM_KINDS, type ItemKind } from '../../../domain/item.ts';
import { t } from '../../i18n.ts';
import { kindsName } from '../../kind-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';

export type KindsChosen = CustomEvent<{ readonly isForAll: boolean; readonly kinds: readonly ItemKind[] }>;

/**
 * Asks what a preference applies to: everything, or some kinds of things.
 *
 * @fires {KindsChosen} kinds-chosen
 */
export class SaysoKinds extends LitElement {
  static override properties = {
    isForAll: { attribute: false },
    kinds: { attribute: false },
    isWrong: { attribute: false },
  };

  declare isForAll: boolean;
  declare kinds: readonly ItemKind[];
  /** Some kinds were promised and none was ticked. */
  declare isWrong: boolean;

  static override styles = [
    base,
    controls,
    css`
      legend {
        font-size: var(--sayso-small);
        font-weight: 600;
      }

      .kinds {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr));
        padding-inline-start: 1.75rem;
      }

      fieldset > label.tick > input {
        margin-block-start: 0.125rem;
      }

      .wrong {
        color: var(--sayso-danger);
      }
    `,
  ];

  constructor() {
    super();
    this.isForAll = true;
    this.kinds = [];
    this.isWrong = false;
  }

  protected override render() {
    return html`<fieldset>
      <legend>${t('dashboard_preferences_kinds')}</legend>
      ${this.#choice(true, t('dashboard_preferences_kinds_all'))} ${this.#choice(false, t('dashboard_preferences_kinds_some'))}
      ${
        this.isForAll
          ? nothing
          : html`<div class="kinds small" role="group" aria-label=${t('dashboard_preferences_kinds_some')}>
              ${ITEM_KINDS.map(
                (kind) => html`<label class="tick">
                  <input type="checkbox" .checked=${this.kinds.includes(kind)} @change=${() => this.#toggle(kind)} />
                  ${kindsName(kind)}
                </label>`,
              )}
            </div>`
      }
      ${this.isWrong ? html`<p class="small wrong" role="alert">${t('dashboard_preferences_kinds_missing')}</p>` : nothing}
    </fieldset>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=checkbox], input')?.focus();
  }

  #choice(isForAll: boolean, text: string) {
    return html`<label class="tick">
      <input
        type="radio"
        name="range"
        .checked=${this.isForAll === isForAll}
        @change=${() => this.#tell(isForAll, this.kinds)}
      />
      ${text}
    </label>`;
  }

  #toggle(kind: ItemKind): void {
    const ticked = this.kinds.includes(kind)
      ? this.kinds.filter((other) => other !== kind)
      : ITEM_KINDS.filter((other) => other === kind || this.kinds.includes(other));
    this.#tell(false, ticked);
  }

  #tell(isForAll: boolean, kinds: readonly ItemKind[]): void {
    const event: KindsChosen = new CustomEvent('kinds-chosen', { detail: { isForAll, kinds } });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-kinds', SaysoKinds);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-kinds': SaysoKinds;
  }
  interface HTMLElementEventMap {
    'kinds-chosen': KindsChosen;
  }
}
