import { html, nothing, type TemplateResult } from 'lit';
import type { Preference } from '../../../domain/preference.ts';
import type { WantedCondition } from '../../../domain/request-for-proposals.ts';
import { t } from '../../i18n.ts';
import { kindName } from '../../kind-name.ts';
import { type DraftForm, inputField, radioField, selectField, tickField } from './draft-form.ts';
import { GUIDES, type NeedsGuide } from './needs-guides.ts';
import type { LineDraft } from './request-draft.ts';
import { requirementsFields } from './requirement-fields.ts';
import { COUNTED_IN, unitName, unitsWith } from './units.ts';

const CONDITIONS: readonly WantedCondition[] = ['any', 'new', 'used'];

export interface LineParts {
  readonly preferences: readonly Preference[];
  readonly onGuide: (line: number, guide: NeedsGuide) => void;
  readonly onRemove: (line: number) => void;
  /** Whether what it has to be is open from the beginning. */
  readonly isOpen: boolean;
}

/** One thing of a request: what it is, how many of it, and what it has to be. */
export function lineFields(form: DraftForm, line: LineDraft, parts: LineParts): TemplateResult {
  const { number } = line;
  const { lines } = form.draft;
  const isOnly = lines.length === 1;
  return html`<fieldset class="line" data-line=${number}>
    <legend class=${isOnly ? 'visually-hidden' : ''}>
      ${isOnly ? t('intentions_line_only') : t('intentions_line', String(lines.indexOf(line) + 1))}
    </legend>
    ${wantedField(form, line)}
    <div class="pair">
      ${inputField(form, {
        id: `amount-${number}`,
        label: t('intentions_amount'),
        value: line.amount,
        inputMode: 'decimal',
        maxLength: 20,
        onInput: (amount) => form.changeLine(number, { amount }),
      })}
      ${selectField(form, {
        id: `unit-${number}`,
        label: t('intentions_unit'),
        value: line.unit,
        options: unitsWith(COUNTED_IN, line.unit).map((unit) => ({ value: unit, name: unitName(unit) })),
        onInput: (unit) => form.changeLine(number, { unit }),
      })}
    </div>
    ${guides(line, parts)}
    <details ?open=${parts.isOpen}>
      <summary>${t('intentions_requirements')}${count(line)}</summary>
      <div class="section">
        ${requirementsFields(form, line, parts.preferences)}
        ${radioField({
          name: `condition-${number}`,
          legend: t('intentions_condition'),
          value: line.condition,
          options: CONDITIONS.map((condition) => ({ value: condition, name: t(`condition_${condition}`) })),
          onChange: (condition) => form.changeLine(number, { condition: condition as WantedCondition }),
        })}
        ${tickField({
          id: `substitutes-${number}`,
          label: t('intentions_substitutes'),
          hint: t('intentions_substitutes_hint'),
          isTicked: line.areSubstitutesWelcome,
          onChange: (areSubstitutesWelcome) => form.changeLine(number, { areSubstitutesWelcome }),
        })}
      </div>
    </details>
    ${
      isOnly
        ? nothing
        : html`<button type="button" class="bare small danger remove" @click=${() => parts.onRemove(number)}>
            ${t('intentions_line_remove', String(lines.indexOf(line) + 1))}
          </button>`
    }
  </fieldset>`;
}

function wantedField(form: DraftForm, { number, wanted }: LineDraft): TemplateResult {
  if (wanted.kind === 'item') {
    return html`<div class="thing">
      <p class="small quiet">${t('intentions_wanted_item')}</p>
      <p><bdi class="name">${wanted.name}</bdi> <span class="small quiet">${kindName(wanted.itemKind)}</span></p>
      <button
        type="button"
        class="bare small"
        @click=${() => form.changeLine(number, { wanted: { kind: 'words', words: wanted.name } })}
      >
        ${t('intentions_wanted_in_words')}
      </button>
    </div>`;
  }
  return inputField(form, {
    id: `words-${number}`,
    label: t('intentions_words'),
    value: wanted.words,
    hint: t('intentions_words_hint'),
    maxLength: 300,
    onInput: (words) => form.changeLine(number, { wanted: { kind: 'words', words } }),
  });
}

function guides({ number }: LineDraft, { onGuide }: LineParts): TemplateResult {
  return html`<div class="guides" role="group" aria-label=${t('intentions_guides')}>
    <span class="small quiet">${t('intentions_guides')}</span>
    ${GUIDES.map(
      (guide) => html`<button type="button" class="bare small" @click=${() => onGuide(number, guide)}>
        ${t(`guide_${guide.name}`)}
      </button>`,
    )}
  </div>`;
}

function count({ requirements }: LineDraft): string {
  return requirements.length === 0 ? '' : ` (${String(requirements.length)})`;
}
