import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ITEM_KINDS, type ItemKind } from '../../../domain/item.ts';
import type { Preference } from '../../../domain/preference.ts';
import { t } from '../../i18n.ts';
import { kindName } from '../../kind-name.ts';
import { budgetFields } from './budget-fields.ts';
import { dayText, timeText } from './day-text.ts';
import { deliveryFields } from './delivery-fields.ts';
import { askingFields, wordFields } from './detail-fields.ts';
import { type DraftForm, inputField, selectField } from './draft-form.ts';
import { lineFields } from './line-fields.ts';
import type { NeedsGuide } from './needs-guides.ts';
import type { RequestDraft } from './request-draft.ts';
import { ruleFields } from './rule-fields.ts';
import { sortsOffered } from './sorts-of-things.ts';

export interface RequestParts {
  readonly preferences: readonly Preference[];
  /** The form as it was opened: what has something in it then stands open. */
  readonly clean: RequestDraft;
  readonly nowMs: number;
  /** Some vendor has it: how it was opened is done. */
  readonly isCast: boolean;
  readonly onGuide: (line: number, guide: NeedsGuide) => void;
  readonly onAddLine: () => void;
  readonly onRemoveLine: (line: number) => void;
}

/** The whole form of a request: what takes a minute first, and the rest to be opened. */
export function requestFields(form: DraftForm, parts: RequestParts): TemplateResult {
  const { draft } = form;
  const { clean, nowMs } = parts;
  const now = timeText(nowMs);
  return html`
    ${repeat(
      draft.lines,
      ({ number }) => number,
      (line) =>
        lineFields(form, line, {
          preferences: parts.preferences,
          onGuide: parts.onGuide,
          onRemove: parts.onRemoveLine,
          isOpen: clean.lines.some(({ number, requirements }) => number === line.number && requirements.length > 0),
        }),
    )}
    <button type="button" id="add-line" class="bare add" @click=${parts.onAddLine}>${t('intentions_line_add')}</button>
    <div class="pair">
      ${inputField(form, {
        id: 'category',
        label: t('intentions_category'),
        value: draft.category,
        hint: t('intentions_category_hint'),
        maxLength: 100,
        list: 'categories',
        onInput: (category) => form.change({ category }),
      })}
      ${selectField(form, {
        id: 'kind',
        label: t('intentions_kind'),
        value: draft.kind,
        options: ITEM_KINDS.map((kind) => ({ value: kind, name: kindName(kind) })),
        onInput: (kind) => form.change({ kind: kind as ItemKind }),
      })}
    </div>
    <datalist id="categories">${sortsOffered().map((sort) => html`<option value=${sort}></option>`)}</datalist>
    <div class="pair">
      ${inputField(form, {
        id: 'neededBy',
        label: t('intentions_needed_by'),
        value: draft.neededBy,
        hint: t('intentions_needed_by_hint'),
        type: 'date',
        min: dayText(nowMs),
        onInput: (neededBy) => form.change({ neededBy }),
      })}
      ${inputField(form, {
        id: 'lapses',
        label: t('intentions_lapses'),
        value: draft.lapses,
        hint: t('intentions_lapses_hint'),
        type: 'date',
        min: dayText(nowMs),
        onInput: (lapses) => form.change({ lapses }),
      })}
    </div>
    <details ?open=${hasDelivery(clean)}>
      <summary>${t('intentions_section_delivery')}</summary>
      <div class="section">${deliveryFields(form)}</div>
    </details>
    <details ?open=${clean.budgetMax !== ''}>
      <summary>${t('intentions_section_budget')}</summary>
      <div class="section">${budgetFields(form)}</div>
    </details>
    <details ?open=${clean.attachments !== '' || clean.note !== ''}>
      <summary>${t('intentions_section_words')}</summary>
      <div class="section">${wordFields(form)}</div>
    </details>
    <details ?open=${clean.answerBy !== ''}>
      <summary>${t('intentions_section_asking')}</summary>
      <div class="section">${askingFields(form, now, parts.isCast)}</div>
    </details>
    <details ?open=${clean.hasRule}>
      <summary>${t('intentions_section_rule')}</summary>
      <div class="section">${ruleFields(form, now)}</div>
    </details>
  `;
}

function hasDelivery({
  country,
  isDelivered,
  isPickedUp,
  payment,
  otherPayment,
  warrantyMonths,
}: RequestDraft): boolean {
  return (
    [country, otherPayment, warrantyMonths].some((text) => text !== '') ||
    isDelivered ||
    isPickedUp ||
    payment.length > 0
  );
}
