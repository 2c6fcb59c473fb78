import { html, nothing, type TemplateResult } from 'lit';
import type { Rule } from '../../../domain/request-for-proposals.ts';
import { t } from '../../i18n.ts';
import { currencies } from './budget-fields.ts';
import { type DraftForm, inputField, radioField, selectField, tickField } from './draft-form.ts';

const PICKS: readonly Rule['pick'][] = ['cheapest', 'nearest'];

/** A price that is offered to all, and who of those that say yes by a deadline is proposed then. */
export function ruleFields(form: DraftForm, now: string): TemplateResult {
  const { draft } = form;
  return html`
    ${tickField({
      id: 'hasRule',
      label: t('intentions_rule'),
      hint: t('intentions_rule_hint'),
      isTicked: draft.hasRule,
      onChange: (hasRule) => form.change({ hasRule }),
    })}
    ${
      draft.hasRule
        ? html`
            <div class="pair">
              ${inputField(form, {
                id: 'rulePrice',
                label: t('intentions_rule_price'),
                value: draft.rulePrice,
                inputMode: 'decimal',
                maxLength: 20,
                onInput: (rulePrice) => form.change({ rulePrice }),
              })}
              ${selectField(form, {
                id: 'ruleCurrency',
                label: t('intentions_currency'),
                value: draft.ruleCurrency,
                options: currencies(),
                onInput: (ruleCurrency) => form.change({ ruleCurrency }),
              })}
            </div>
            ${inputField(form, {
              id: 'ruleDeadline',
              label: t('intentions_rule_deadline'),
              value: draft.ruleDeadline,
              type: 'datetime-local',
              min: now,
              onInput: (ruleDeadline) => form.change({ ruleDeadline }),
            })}
            ${radioField({
              name: 'pick',
              legend: t('intentions_rule_pick'),
              value: draft.pick,
              options: PICKS.map((pick) => ({ value: pick, name: t(`intentions_rule_pick_${pick}`) })),
              onChange: (pick) => form.change({ pick: pick as Rule['pick'] }),
            })}
          `
        : nothing
    }
  `;
}
