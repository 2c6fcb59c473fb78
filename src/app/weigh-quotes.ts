import type { Choice } from '../domain/acceptance.ts';
import type { CurrencyCode } from '../domain/currency.ts';
import type { OfferedLine } from '../domain/quote.ts';
import type { Rating } from '../domain/rating.ts';
import type { RequestForProposals } from '../domain/request-for-proposals.ts';
import { normalName } from '../policy/normal-name.ts';
import { firstChoice } from '../policy/request/check-choice.ts';
import {
  COMPARE_CRITERIA,
  type CompareCriterion,
  type ComparedOffer,
  orderOffers,
} from '../policy/request/order-offers.ts';
import { comparedOf, type WeighedQuote, weighQuote } from '../policy/request/weigh-quote.ts';
import type { QuoteToCompare, VendorHistory } from './compare-quotes.ts';
import type { AppContext } from './context.ts';
import type { RatedMaker } from './rated-makers.ts';

export { withOffer, withOption } from '../policy/request/change-choice.ts';
export type { BudgetMeeting } from '../policy/request/meet-budget.ts';
export type { LineMeeting } from '../policy/request/meet-line.ts';
export type { Meeting, MeetLevel } from '../policy/request/meet-requirement.ts';
export { COMPARE_CRITERIA, type CompareCriterion } from '../policy/request/order-offers.ts';
export type { Price } from '../policy/request/total-to-the-door.ts';
export type { WeighedLine, WeighedQuote } from '../policy/request/weigh-quote.ts';

/** What the person thinks of a thing: their mark of it, or those of its maker's other things. */
export type Opinion =
  | { readonly of: 'item'; readonly rating: Rating }
  | ({ readonly of: 'maker'; readonly name: string } & RatedMaker);

/** A quote beside others: what is chosen of it, and what that comes to. */
export interface ComparedQuote {
  readonly quote: QuoteToCompare;
  readonly choice: Choice;
  readonly weighed: WeighedQuote;
  readonly compared: ComparedOffer;
  /** Of what is chosen, by {@link OfferedLine.key}. */
  readonly opinions: ReadonlyMap<string, Opinion>;
  /** When it was weighed, in milliseconds since the Unix epoch. */
  readonly nowMs: number;
}

/** Quotes in one currency, in the order the person wants them in. */
export interface CurrencyGroup {
  readonly currency: CurrencyCode;
  readonly quotes: readonly ComparedQuote[];
}

export interface Weighing {
  readonly request: RequestForProposals;
  readonly quote: QuoteToCompare;
  /** What the person chose; what is offered first, when absent. */
  readonly choice?: Choice | undefined;
  readonly makers: ReadonlyMap<string, RatedMaker>;
}

/** Weighs one quote with what is chosen of it. Looks nothing up. */
export function weigh({ clock }: Pick<AppContext, 'clock'>, weighing: Weighing): ComparedQuote {
  const { request, quote, makers } = weighing;
  const choice = weighing.choice ?? firstChoice(quote.quote, request.lines);
  const nowMs = clock.nowMs();
  const weighed = weighQuote(request, quote.quote, { choice, nowMs });
  const opinions = new Map(
    weighed.lines.flatMap(({ chosen }) => {
      const opinion = chosen && opinionOf(chosen, quote.ratings, makers);
      return chosen && opinion ? [[chosen.key, opinion] as const] : [];
    }),
  );
  const ownRating = meanOf([...opinions.values()]);
  const keptShare = keptShareOf(quote.history);
  return {
    quote,
    choice,
    weighed,
    opinions,
    nowMs,
    compared: comparedOf(weighed, {
      ...(ownRating !== undefined && { ownRating }),
      ...(keptShare !== undefined && { keptShare }),
    }),
  };
}

/**
 * Quotes by currency, those with more of them first, and within each in order: by what matters most to the person, then by
 * all else. Amounts in two currencies are never held against each other.
 */
export function groupQuotes(quotes: readonly ComparedQuote[], first: CompareCriterion): CurrencyGroup[] {
  const groups = new Map<CurrencyCode, ComparedQuote[]>();
  for (const one of quotes) {
    const { currency } = one.quote.quote;
    groups.set(currency, [...(groups.get(currency) ?? []), one]);
  }
  const criteria = [first, ...COMPARE_CRITERIA.filter((other) => other !== first)];
  return [...groups]
    .map(([currency, all]) => {
      const { order } = orderOffers(
        all.map(({ compared }) => compared),
        criteria,
      );
      return { currency, quotes: order.flatMap((place) => all[place] ?? []) };
    })
    .toSorted((left, right) => right.quotes.length - left.quotes.length);
}

function opinionOf(
  { key, brand }: OfferedLine,
  ratings: ReadonlyMap<string, Rating>,
  makers: ReadonlyMap<string, RatedMaker>,
): Opinion | undefined {
  const rating = ratings.get(key);
  if (rating) {
    return { of: 'item', rating };
  }
  const maker = brand === undefined ? undefined : makers.get(normalName(brand));
  return maker && brand !== undefined ? { of: 'maker', name: brand, ...maker } : undefined;
}

/** Of things the person rated themselves, where there are any; else of their makers. */
function meanOf(opinions: readonly Opinion[]): number | undefined {
  const own = opinions.flatMap((one) => (one.of === 'item' ? [one.rating.value] : []));
  const values = own.length > 0 ? own : opinions.flatMap((one) => (one.of === 'maker' ? [one.mean] : []));
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function keptShareOf({ orders, kept }: VendorHistory): number | undefined {
  return orders === 0 ? undefined : kept / orders;
}
