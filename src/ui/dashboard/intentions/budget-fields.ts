import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n.ts';
import { type DraftForm, inputField, type Option, selectField, tickField } from './draft-form.ts';
import { namedCurrencies } from './regions.ts';

/** What it may cost in all. It stays here unless the person says otherwise. */
export function budgetFields(form: DraftForm): TemplateResult {
  const { draft } = form;
  return html`
    <p class="small quiet">${t('intentions_budget_hint')}</p>
    <div class="three">
      ${inputField(form, {
        id: 'budgetMax',
        label: t('intentions_budget_max'),
        value: draft.budgetMax,
        inputMode: 'decimal',
        maxLength: 20,
        onInput: (budgetMax) => form.change({ budgetMax }),
      })}
      ${inputField(form, {
        id: 'budgetMin',
        label: t('intentions_budget_min'),
        value: draft.budgetMin,
        inputMode: 'decimal',
        maxLength: 20,
        onInput: (budgetMin) => form.change({ budgetMin }),
      })}
      ${selectField(form, {
        id: 'currency',
        label: t('intentions_currency'),
        value: draft.currency,
        options: currencies(),
        onInput: (currency) => form.change({ currency }),
      })}
    </div>
    ${tickField({
      id: 'isBudgetShown',
      label: t('intentions_budget_show'),
      hint: t(draft.isBudgetShown ? 'intentions_budget_shown' : 'intentions_budget_hidden'),
      isTicked: draft.isBudgetShown,
      onChange: (isBudgetShown) => form.change({ isBudgetShown }),
    })}
  `;
}

/** All currencies: 'Euro (EUR)'. */
export function currencies(): readonly Option[] {
  return namedCurrencies().map(({ code, name }) => ({ value: code, name: `${name} (${code})` }));
}
