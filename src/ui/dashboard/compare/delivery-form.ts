import { html } from 'lit';
import type { DeliveryInput } from '../../../app/delivery-details.ts';
import type { DeliveryDetails } from '../../../domain/request-for-proposals.ts';
import { countryNames } from '../../country-names.ts';
import { t } from '../../i18n.ts';

type Field = keyof DeliveryInput;

/** Names of fields as browsers know them, so that they can fill them in. */
const FIELDS = [
  { field: 'name', autocomplete: 'name', type: 'text', isRequired: true },
  { field: 'street', autocomplete: 'street-address', type: 'text', isRequired: true },
  { field: 'postalCode', autocomplete: 'postal-code', type: 'text', isRequired: false },
  { field: 'locality', autocomplete: 'address-level2', type: 'text', isRequired: true },
  { field: 'country', autocomplete: 'country', type: 'country', isRequired: true },
  { field: 'email', autocomplete: 'email', type: 'email', isRequired: false },
  { field: 'phone', autocomplete: 'tel', type: 'tel', isRequired: false },
] as const;

/** What the form begins with: what was kept, or the country that vendors were told, or that the browser is set to. */
export function deliveryInput(kept: DeliveryDetails | undefined, country: string | undefined): DeliveryInput {
  const empty = {
    name: '',
    street: '',
    postalCode: '',
    locality: '',
    country: country ?? '',
    email: '',
    phone: '',
    words: '',
  };
  return { ...empty, ...kept };
}

export interface DeliveryForm {
  readonly input: DeliveryInput;
  /** Fields that are not right yet, once somebody looked. */
  readonly problems: readonly Field[];
  readonly onInput: (field: Field, text: string) => void;
}

/** The fields of what delivery needs. */
export function deliveryForm({ input, problems, onInput }: DeliveryForm) {
  const take =
    (field: Field) =>
    ({ target }: Event): void =>
      onInput(field, (target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value);
  const problem = (field: Field) =>
    problems.includes(field) ? html`<p class="small problem" id="${field}-problem">${t('delivery_problem')}</p>` : '';
  return html`${FIELDS.map(
    ({ field, autocomplete, type, isRequired }) => html`<div class="field">
      <label for=${field}>${t(`delivery_${field}`)}${isRequired ? '' : html` <span class="quiet">${t('delivery_optional')}</span>`}</label>
      ${
        type === 'country'
          ? html`<select
              id=${field}
              autocomplete=${autocomplete}
              aria-invalid=${problems.includes(field)}
              aria-describedby="${field}-problem"
              @change=${take(field)}
            >
              <option value="" ?selected=${input.country === ''}></option>
              ${countryNames().map(
                ({ code, name }) => html`<option value=${code} ?selected=${code === input.country}>${name}</option>`,
              )}
            </select>`
          : html`<input
              id=${field}
              type=${type}
              dir="auto"
              autocomplete=${autocomplete}
              ?required=${isRequired}
              aria-invalid=${problems.includes(field)}
              aria-describedby="${field}-problem"
              .value=${input[field]}
              @input=${take(field)}
            />`
      }
      ${problem(field)}
    </div>`,
  )}
    <div class="field">
      <label for="words">${t('delivery_words')} <span class="quiet">${t('delivery_optional')}</span></label>
      <textarea id="words" dir="auto" rows="2" .value=${input.words} @input=${take('words')}></textarea>
      ${problem('words')}
    </div>`;
}
