/** What few requests need: the person's own words, and how the asking goes. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';
import { t } from '../../i18n.ts';
import { areaField, type DraftForm, inputField, radioField } from './draft-form.ts';

const OPENINGS: readonly RequestForProposals['opening'][] = ['kind', 'whole'];

/** Words for vendors, and words that stay. */
export function wordFields(form: DraftForm): TemplateResult {
  const { draft } = form;
  return html`
    ${areaField(form, {
      id: 'attachments',
      label: t('intentions_attachments'),
      value: draft.attachments,
      hint: t('intentions_attachments_hint'),
      rows: 3,
      onInput: (attachments) => form.change({ attachments }),
    })}
    ${inputField(form, {
      id: 'title',
      label: t('intentions_title'),
      value: draft.title,
      hint: t('intentions_title_hint'),
      maxLength: 300,
      onInput: (title) => form.change({ title }),
    })}
    ${areaField(form, {
      id: 'note',
      label: t('intentions_note'),
      value: draft.note,
      hint: t('intentions_note_hint'),
      rows: 2,
      onInput: (note) => form.change({ note }),
    })}
  `;
}

/** Until when answers count, and how much vendors are told at first. */
export function askingFields(form: DraftForm, now: string, isCast: boolean): TemplateResult {
  const { draft } = form;
  return html`
    ${inputField(form, {
      id: 'answerBy',
      label: t('intentions_answer_by'),
      value: draft.answerBy,
      hint: t('intentions_answer_by_hint'),
      type: 'datetime-local',
      min: now,
      onInput: (answerBy) => form.change({ answerBy }),
    })}
    ${
      isCast
        ? nothing
        : radioField({
            name: 'opening',
            legend: t('intentions_opening'),
            value: draft.opening,
            options: OPENINGS.map((opening) => ({
              value: opening,
              name: t(`intentions_opening_${opening}`),
              hint: t(`intentions_opening_${opening}_hint`),
            })),
            onChange: (opening) => form.change({ opening: opening as RequestForProposals['opening'] }),
          })
    }
  `;
}
