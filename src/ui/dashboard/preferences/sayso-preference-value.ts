import { css, html, LitElement, nothing } from 'lit';
import { t, tn } from '../../i18n.ts';
import { locale } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { namedLanguages } from './languages.ts';
import type { RatedName } from './most-rated.ts';
import { preferenceForm } from './preference-form.ts';
import { tokenName } from './value-name.ts';

export type ValueTyped = CustomEvent<{ readonly value: string; readonly unit: string }>;

/**
 * Asks for the value of one key: a list to choose from where there is one, and always room for words of one's own.
 *
 * @fires {ValueTyped} value-typed
 */
export class SaysoPreferenceValue extends LitElement {
  static override properties = {
    key: {},
    value: {},
    unit: {},
    names: { attribute: false },
    fault: {},
  };

  declare key: string;
  declare value: string;
  declare unit: string;
  /** What the person rated most often, offered for brands, makers and genres. */
  declare names: readonly RatedName[];
  /** What is wrong with the value, in words; empty when nothing is. */
  declare fault: string;

  static override styles = [
    base,
    controls,
    css`
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--sayso-gap-3);
        align-items: start;
      }

      .wrong {
        color: var(--sayso-danger);
      }
    `,
  ];

  constructor() {
    super();
    this.key = '';
    this.value = '';
    this.unit = '';
    this.names = [];
    this.fault = '';
  }

  protected override render() {
    const form = preferenceForm(this.key);
    return html`<div class=${form?.units ? 'pair' : ''}>
      <div class="field">
        <label for="value">${t('dashboard_preferences_value')}</label>
        <input
          id="value"
          dir="auto"
          autocomplete="off"
          maxlength="200"
          inputmode=${form?.value === 'number' ? 'decimal' : 'text'}
          list="offered"
          aria-describedby="hint fault"
          aria-invalid=${this.fault === '' ? nothing : 'true'}
          .value=${this.value}
          @input=${this.#onInput}
        />
        <datalist id="offered">${this.#offered()}</datalist>
        <span id="hint" class="small quiet">${this.#hint()}</span>
        <span id="fault" class="small wrong">${this.fault}</span>
      </div>
      ${form?.units ? this.#units(form.units) : nothing}
    </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #units(units: readonly string[]) {
    const offered = this.unit === '' || units.includes(this.unit) ? units : [...units, this.unit];
    return html`<div class="field">
      <label for="unit">${t('dashboard_preferences_unit')}</label>
      <select id="unit" @change=${this.#onInput}>
        ${offered.map((unit) => html`<option value=${unit} .selected=${unit === this.unit}>${unit}</option>`)}
        <option value="" .selected=${this.unit === ''}>${t('dashboard_preferences_unit_none')}</option>
      </select>
    </div>`;
  }

  #offered() {
    const form = preferenceForm(this.key);
    switch (form?.value) {
      case 'tokens':
        return (form.tokens ?? []).map((token) => html`<option value=${tokenName(this.key, token)}></option>`);
      case 'language':
        return namedLanguages(locale()).map(({ name }) => html`<option value=${name}></option>`);
      case 'names':
        return this.names.map(
          ({ name, count }) => html`<option value=${name} label=${tn('dashboard_rated_count', count)}></option>`,
        );
      default:
        return nothing;
    }
  }

  #hint(): string {
    switch (preferenceForm(this.key)?.value) {
      case 'tokens':
      case 'language':
        return t('dashboard_preferences_value_hint');
      case 'names':
        return this.names.length === 0 ? '' : t('dashboard_preferences_names_hint');
      default:
        return '';
    }
  }

  #onInput(): void {
    const value = this.renderRoot.querySelector('input')?.value ?? '';
    const unit = this.renderRoot.querySelector('select')?.value ?? this.unit;
    const event: ValueTyped = new CustomEvent('value-typed', { detail: { value, unit } });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-preference-value', SaysoPreferenceValue);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-preference-value': SaysoPreferenceValue;
  }
  interface HTMLElementEventMap {
    'value-typed': ValueTyped;
  }
}
