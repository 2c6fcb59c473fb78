import { compareMoney } from './money.ts';
import type { Budget } from './request-for-proposals.ts';

/** Why a budget is none: a closed list. */
export type BudgetFault = 'mixed-currencies' | 'min-above-max';

/** What is wrong with a budget: both of its ends are in one currency, and the lower one is not above the other. */
export function budgetFault({ min, max }: Pick<Budget, 'min' | 'max'>): BudgetFault | undefined {
  if (min === undefined) {
    return undefined;
  }
  if (min.currency !== max.currency) {
    return 'mixed-currencies';
  }
  return compareMoney(min, max) > 0 ? 'min-above-max' : undefined;
}
