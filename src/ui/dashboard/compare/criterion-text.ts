import type { CompareCriterion } from '../../../app/weigh-quotes.ts';
import { t } from '../../i18n.ts';

const CRITERIA = {
  musts: 'compare_musts',
  wishes: 'compare_wishes',
  total: 'compare_total',
  budget: 'compare_budget_within_yours',
  'lead-time': 'compare_lead',
  warranty: 'compare_warranty',
  returns: 'compare_returns',
  'own-rating': 'compare_opinion',
  history: 'compare_history',
} as const satisfies Record<CompareCriterion, string>;

/** What quotes can be put in order by. */
export function criterionText(criterion: CompareCriterion): string {
  return t(CRITERIA[criterion]);
}
