import { html } from 'lit';
import type { CompareCriterion } from '../../../app/weigh-quotes.ts';
import { t } from '../../i18n.ts';
import { criterionText } from './criterion-text.ts';

/** By what quotes are put in order, and how they leave this page. */
export function comparisonBar(of: {
  readonly criteria: readonly CompareCriterion[];
  readonly first: CompareCriterion;
  readonly onFirst: (first: CompareCriterion) => void;
  readonly onPrint: () => void;
  readonly onSave: (as: 'csv' | 'json') => void;
}) {
  const onChange = ({ target }: Event): void => of.onFirst((target as HTMLSelectElement).value as CompareCriterion);
  return html`<div class="bar">
    <div class="field">
      <label for="first">${t('compare_first')}</label>
      <select id="first" @change=${onChange}>
        ${of.criteria.map(
          (one) => html`<option value=${one} ?selected=${one === of.first}>${criterionText(one)}</option>`,
        )}
      </select>
    </div>
    <div class="row">
      <button type="button" id="print" @click=${of.onPrint}>${t('compare_print')}</button>
      <button type="button" id="csv" @click=${() => of.onSave('csv')}>${t('compare_csv')}</button>
      <button type="button" id="json" @click=${() => of.onSave('json')}>${t('compare_json')}</button>
    </div>
  </div>`;
}
