import { css, html, LitElement, nothing } from 'lit';
import { locale, t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import type { MomentParts } from './moment-parts.ts';

export type WhenChanged = CustomEvent<MomentParts>;

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/**
 * Asks for a day, a month or only a year: a date picker would make people invent the rest.
 *
 * @fires {WhenChanged} when-changed
 */
export class SaysoWhen extends LitElement {
  static override properties = { parts: { attribute: false }, isWrong: { attribute: false } };

  declare parts: MomentParts;
  declare isWrong: boolean;

  static override styles = [
    base,
    controls,
    css`
      legend {
        margin-block-end: var(--sayso-gap-1);
        font-size: var(--sayso-small);
        font-weight: 600;
      }

      .parts {
        display: grid;
        grid-template-columns: minmax(4rem, 1fr) minmax(8.5rem, 2fr) minmax(3.25rem, 1fr);
        gap: var(--sayso-gap-2);
      }

      .parts input,
      .parts select {
        font-size: 1rem;
      }

      .wrong {
        color: var(--sayso-danger);
      }
    `,
  ];

  constructor() {
    super();
    this.isWrong = false;
  }

  protected override render() {
    const name = new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' });
    return html`<fieldset aria-describedby="hint" @input=${this.#onInput}>
      <legend>${t('dashboard_edit_when')}</legend>
      <div class="parts">
        ${this.#number('year', t('dashboard_edit_year'), 4)}
        <label class="small quiet">
          ${t('dashboard_edit_month')}
          <select name="month">
            <option value="" .selected=${this.parts.month === ''}>${t('dashboard_edit_unknown')}</option>
            ${MONTHS.map(
              (month) => html`<option value=${month} .selected=${this.parts.month === String(month)}>
                ${name.format(Date.UTC(2020, month - 1, 1))}
              </option>`,
            )}
          </select>
        </label>
        ${this.#number('day', t('dashboard_edit_day'), 2)}
      </div>
      <p id="hint" class="small ${this.isWrong ? 'wrong' : 'quiet'}">
        ${t(this.isWrong ? 'dashboard_edit_when_wrong' : 'dashboard_edit_when_hint')}
      </p>
    </fieldset>`;
  }

  /** Puts the focus where the mistake is most likely. */
  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #number(name: 'year' | 'day', label: string, digits: number) {
    return html`<label class="small quiet">
      ${label}
      <input
        name=${name}
        inputmode="numeric"
        autocomplete="off"
        maxlength=${digits}
        aria-invalid=${this.isWrong ? 'true' : nothing}
        .value=${this.parts[name]}
      />
    </label>`;
  }

  #onInput(event: Event): void {
    const { name, value } = event.target as HTMLInputElement | HTMLSelectElement;
    const changed: WhenChanged = new CustomEvent('when-changed', { detail: { ...this.parts, [name]: value.trim() } });
    this.dispatchEvent(changed);
  }
}

customElements.define('sayso-when', SaysoWhen);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-when': SaysoWhen;
  }
  interface HTMLElementEventMap {
    'when-changed': WhenChanged;
  }
}
