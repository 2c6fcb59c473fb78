import type { Money } from '../../domain/money.ts';
import { compareMoney } from '../../domain/money.ts';
import type { BudgetMeeting } from './meet-budget.ts';
import type { MeetLevel } from './meet-requirement.ts';

/** What quotes can be put in order by. The person says which of them matter, and in which order: there is no score. */
export const COMPARE_CRITERIA = [
  'musts', // fewer of what must be that fail, then fewer that nobody can say
  'wishes', // more of what is preferred or avoided that is met
  'total', // to the door; that of a part comes after every whole
  'budget', // within it, then what nobody can say, then above it
  'lead-time',
  'warranty',
  'returns',
  'own-rating', // what the person thinks of the item or its maker
  'history', // how orders of that vendor were kept
] as const;
export type CompareCriterion = (typeof COMPARE_CRITERIA)[number];

/** One quote as far as it is compared. What is absent is unknown, and comes after all that is known. */
export interface ComparedOffer {
  readonly musts: readonly MeetLevel[];
  readonly wishes: readonly MeetLevel[];
  readonly total?: Money;
  /** Something of the request is missing, or less of it is offered: its total is that of a part. */
  readonly isPart?: boolean;
  /** Absent where the person has none. */
  readonly budget?: BudgetMeeting;
  readonly leadDays?: number;
  readonly warrantyMonths?: number;
  readonly returnDays?: number;
  /** 1 to 100. */
  readonly ownRating?: number;
  /** Share of the vendor's orders that were kept as agreed, 0 to 1. */
  readonly keptShare?: number;
}

export interface OfferOrder {
  /** Positions in what was given, best first. */
  readonly order: readonly number[];
  /** Criteria that could not be used: totals in several currencies are not compared, and nothing is converted. */
  readonly notCompared: readonly CompareCriterion[];
}

/** Puts offers in order by the first criterion that tells them apart. Equal ones stay as they came. */
export function orderOffers(offers: readonly ComparedOffer[], criteria: readonly CompareCriterion[]): OfferOrder {
  const currencies = new Set(offers.flatMap(({ total }) => (total ? [total.currency] : [])));
  const notCompared = criteria.filter((criterion) => criterion === 'total' && currencies.size > 1);
  const used = criteria.filter((criterion) => !notCompared.includes(criterion));
  const order = offers
    .map((offer, index) => ({ offer, index }))
    .toSorted((left, right) => {
      for (const criterion of used) {
        const difference = compare(criterion, left.offer, right.offer);
        if (difference !== 0) {
          return difference;
        }
      }
      return left.index - right.index;
    })
    .map(({ index }) => index);
  return { order, notCompared };
}

function compare(criterion: CompareCriterion, left: ComparedOffer, right: ComparedOffer): number {
  switch (criterion) {
    case 'musts':
      return (
        count(left.musts, 'not') - count(right.musts, 'not') ||
        count(left.musts, 'partly') - count(right.musts, 'partly') ||
        count(left.musts, 'not-said') - count(right.musts, 'not-said')
      );
    case 'wishes':
      return (
        count(right.wishes, 'met') - count(left.wishes, 'met') ||
        count(right.wishes, 'partly') - count(left.wishes, 'partly') ||
        count(left.wishes, 'not') - count(right.wishes, 'not')
      );
    case 'total':
      return (
        Number(left.isPart ?? false) - Number(right.isPart ?? false) ||
        (left.total && right.total ? compareMoney(left.total, right.total) : Number(!left.total) - Number(!right.total))
      );
    case 'budget':
      return budgetPlace(left) - budgetPlace(right);
    case 'lead-time':
      return leastFirst(left.leadDays, right.leadDays);
    case 'warranty':
      return mostFirst(left.warrantyMonths, right.warrantyMonths);
    case 'returns':
      return mostFirst(left.returnDays, right.returnDays);
    case 'own-rating':
      return mostFirst(left.ownRating, right.ownRating);
    case 'history':
      return mostFirst(left.keptShare, right.keptShare);
  }
}

/** Of a part nobody can say what the whole would be, unless the part is above it by itself. */
function budgetPlace({ budget, isPart }: ComparedOffer): number {
  return budget === 'above' ? 2 : budget === 'within' && isPart !== true ? 0 : 1;
}

function count(levels: readonly MeetLevel[], level: MeetLevel): number {
  return levels.filter((other) => other === level).length;
}

function leastFirst(left = Infinity, right = Infinity): number {
  return left === right ? 0 : left - right;
}

function mostFirst(left = -1, right = -1): number {
  return right - left;
}
