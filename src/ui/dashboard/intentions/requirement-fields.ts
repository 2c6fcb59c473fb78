import { html, nothing, type TemplateResult } from 'lit';
import type { Preference } from '../../../domain/preference.ts';
import { REQUIREMENT_STRENGTHS, type RequirementStrength, type WantedValue } from '../../../domain/requirement.ts';
import { t } from '../../i18n.ts';
import { preferenceKeyName, strengthName } from '../../preference-key-name.ts';
import { valueWithUnit } from '../preferences/value-name.ts';
import { canBeAllOf } from './draft-input.ts';
import { type DraftForm, inputField, selectField, tickField } from './draft-form.ts';
import { offeredPreferences, requirementOfPreference } from './offered-preferences.ts';
import { type LineDraft, newRequirement, type RequirementDraft } from './request-draft.ts';
import { MEASURED_IN, unitName, unitsWith } from './units.ts';

const KINDS: readonly WantedValue['kind'][] = ['text', 'range', 'flag'];
/** Properties that shops tell of most things. */
const SUGGESTED = ['brand', 'colour', 'size', 'material', 'weight', 'width', 'height', 'length'] as const;
/** What one thing may have to be at most. */
const MOST = 100;

/** What one thing must, should or should not be, and the standing preferences that could be added, one by one. */
export function requirementsFields(
  form: DraftForm,
  line: LineDraft,
  preferences: readonly Preference[],
): TemplateResult {
  const { number, requirements } = line;
  const offered = offeredPreferences(preferences, line, form.draft.kind);
  const set = (next: readonly RequirementDraft[]): void => form.changeLine(number, { requirements: next });
  return html`
    <datalist id="properties-${number}">
      ${SUGGESTED.map((name) => html`<option value=${t(`intentions_property_${name}`)}></option>`)}
    </datalist>
    ${requirements.map((requirement, place) =>
      requirementFields(form, requirement, {
        id: `${String(number)}-${String(place)}`,
        list: `properties-${String(number)}`,
        title: t('intentions_requirement', String(place + 1)),
        onChange: (part) => set(requirements.map((one, index) => (index === place ? { ...one, ...part } : one))),
        onRemove: () => set(requirements.filter((_one, index) => index !== place)),
      }),
    )}
    ${
      requirements.length >= MOST
        ? nothing
        : html`<button type="button" class="add" @click=${() => set([...requirements, newRequirement()])}>
            ${t('intentions_requirement_add')}
          </button>`
    }
    ${
      offered.length === 0
        ? nothing
        : html`<div class="offered" role="group" aria-label=${t('intentions_offered')}>
            <p class="small quiet">${t('intentions_offered')}</p>
            ${offered.map(
              (preference) => html`<button
                type="button"
                class="small"
                @click=${() => set([...requirements, requirementOfPreference(preference)])}
              >
                + ${preferenceText(preference)}
              </button>`,
            )}
          </div>`
    }
  `;
}

interface RequirementParts {
  readonly id: string;
  readonly list: string;
  readonly title: string;
  readonly onChange: (part: Partial<RequirementDraft>) => void;
  readonly onRemove: () => void;
}

function requirementFields(form: DraftForm, requirement: RequirementDraft, parts: RequirementParts): TemplateResult {
  const { id, onChange } = parts;
  return html`<fieldset class="requirement">
    <legend class="visually-hidden">${parts.title}</legend>
    <div class="three">
      ${selectField(form, {
        id: `strength-${id}`,
        label: t('intentions_strength'),
        value: requirement.strength,
        options: REQUIREMENT_STRENGTHS.map((strength) => ({ value: strength, name: strengthName(strength) })),
        onInput: (strength) => onChange({ strength: strength as RequirementStrength }),
      })}
      ${inputField(form, {
        id: `property-${id}`,
        label: t('intentions_property'),
        value: requirement.property,
        maxLength: 300,
        list: parts.list,
        onInput: (property) => onChange({ property }),
      })}
      ${selectField(form, {
        id: `kind-${id}`,
        label: t('intentions_value_kind'),
        value: requirement.kind,
        options: KINDS.map((kind) => ({ value: kind, name: t(`intentions_value_kind_${kind}`) })),
        onInput: (kind) => onChange({ kind: kind as WantedValue['kind'] }),
      })}
    </div>
    ${valueFields(form, requirement, parts)}
    <div class="foot">
      ${tickField({
        id: `private-${id}`,
        label: t('intentions_requirement_private'),
        isTicked: requirement.isPrivate,
        onChange: (isPrivate) => onChange({ isPrivate }),
      })}
      <button
        type="button"
        class="bare small danger"
        aria-label=${t('intentions_requirement_remove', requirement.property || parts.title)}
        @click=${parts.onRemove}
      >
        ${t('common_delete')}
      </button>
    </div>
  </fieldset>`;
}

function valueFields(form: DraftForm, requirement: RequirementDraft, { id, onChange }: RequirementParts) {
  switch (requirement.kind) {
    case 'text':
      return html`${inputField(form, {
        id: `value-${id}`,
        label: t('intentions_value'),
        value: requirement.anyOf,
        hint: t('intentions_value_hint'),
        maxLength: 2_000,
        onInput: (anyOf) => onChange({ anyOf }),
      })}
      ${
        canBeAllOf(requirement)
          ? tickField({
              id: `all-${id}`,
              label: t('intentions_value_all'),
              isTicked: requirement.isAll,
              onChange: (isAll) => onChange({ isAll }),
            })
          : nothing
      }`;
    case 'range':
      return html`<div class="three">
        ${(['min', 'max'] as const).map((end) =>
          inputField(form, {
            id: `${end}-${id}`,
            label: t(`intentions_value_${end}`),
            value: requirement[end],
            inputMode: 'decimal',
            maxLength: 24,
            onInput: (text) => onChange({ [end]: text }),
          }),
        )}
        ${selectField(form, {
          id: `measure-${id}`,
          label: t('intentions_value_unit'),
          value: requirement.unit,
          options: [
            { value: '', name: t('intentions_value_unit_none') },
            ...unitsWith(MEASURED_IN, requirement.unit).map((unit) => ({ value: unit, name: unitName(unit) })),
          ],
          onInput: (unit) => onChange({ unit }),
        })}
      </div>`;
    case 'flag':
      return selectField(form, {
        id: `flag-${id}`,
        label: t('intentions_value_flag'),
        value: String(requirement.is),
        options: [
          { value: 'true', name: t('intentions_yes') },
          { value: 'false', name: t('intentions_no') },
        ],
        onInput: (is) => onChange({ is: is === 'true' }),
      });
  }
}

/** 'Prefer brand: Kesti' */
function preferenceText(preference: Preference): string {
  const { key, strength } = preference;
  return t('intentions_offered_each', strengthName(strength), preferenceKeyName(key), valueWithUnit(preference));
}
