import type { Money } from '../../domain/money.ts';
import { compareMoney } from '../../domain/money.ts';
import type { Price } from './total-to-the-door.ts';

/** `open`: a part of the total is not known, and may take it above. */
export type BudgetMeeting = 'within' | 'above' | 'open' | 'other-currency';

/**
 * A price held against what it may cost at most, in that currency alone.
 *
 * @returns `undefined` where nothing is chosen that could cost anything
 */
export function meetBudget(price: Price, max: Money): BudgetMeeting | undefined {
  if (price.kind === 'impossible') {
    return undefined;
  }
  const { atLeast, total } = price;
  if (atLeast.currency !== max.currency) {
    return 'other-currency';
  }
  return compareMoney(atLeast, max) > 0 ? 'above' : total ? 'within' : 'open';
}
