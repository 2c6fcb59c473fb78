import type { Acceptance } from '../../domain/acceptance.ts';
import type { Money } from '../../domain/money.ts';
import type { Fulfilment, Order, OrderLine } from '../../domain/order.ts';
import { localDay } from '../../domain/local-day.ts';
import type { Moment } from '../../domain/moment.ts';
import { momentOf } from '../../domain/moment.ts';
import { compareQuantities } from '../../domain/quantity.ts';
import type { Quote } from '../../domain/quote.ts';
import { normalName } from '../normal-name.ts';
import { pickOffers } from './check-choice.ts';
import { DAY_MS } from './thread-clocks.ts';
import { totalToTheDoor } from './total-to-the-door.ts';

/** What an order is held against: the accepted quote with what was chosen of it. */
export type Agreed = Omit<Order, 'number'>;

/** What differs, and how. `less` and `earlier` may be good news; that it differs is marked all the same. */
export type Difference =
  | { readonly of: 'line'; readonly name: string; readonly how: 'missing' | 'added' }
  | {
      readonly of: 'quantity' | 'line-amount';
      readonly name: string;
      readonly how: 'less' | 'more' | 'not-comparable';
    }
  | { readonly of: 'freight' | 'handling' | 'tax' | 'total'; readonly how: 'less' | 'more' | 'not-comparable' }
  /** Another thing, by its name, under the same offer. */
  | { readonly of: 'name'; readonly name: string; readonly how: 'other'; readonly said: string }
  /** No sum, nor amounts of all lines to make one of. */
  | { readonly of: 'total'; readonly how: 'not-said' }
  | { readonly of: 'date'; readonly how: 'earlier' | 'later' };

/** What was agreed by an acceptance, as an order. A choice that is none of the quote's has no lines. */
export function agreedOrder(quote: Quote, { choice }: Pick<Acceptance, 'choice'>, acceptedAtMs: number): Agreed {
  const picked = pickOffers(quote, choice);
  const price = totalToTheDoor(quote, choice);
  if (typeof picked === 'string' || price.kind === 'impossible') {
    return { lines: [] };
  }
  const { freight, handling, tax, total } = price;
  const days = picked.map(({ offer }) => offer.leadTime?.toDays);
  const isDated = days.every((day) => day !== undefined);
  return {
    lines: picked.map(({ offer, quantity, options }, index) => {
      const amount = price.lines[index]?.amount;
      return {
        offer: offer.key,
        name: offer.name,
        quantity,
        ...(options.length > 0 && { options: options.map(({ name }) => name) }),
        ...(amount && { amount }),
      };
    }),
    ...(freight && { freight }),
    ...(handling && { handling }),
    ...(tax && { tax }),
    ...(total && { total }),
    ...(isDated && { dueBy: dayOf(acceptedAtMs + Math.max(...days) * DAY_MS) }),
  };
}

/** A vendor's confirmation against what was agreed. What it does not say does not differ, but that it says no price is marked. */
export function reconcileOrder(agreed: Agreed, order: Order): readonly Difference[] {
  return [
    ...differentLines(agreed.lines, order.lines),
    ...(['freight', 'handling', 'tax', 'total'] as const).flatMap((of) => differentAmount(of, agreed[of], order[of])),
    ...(isPriced(order) ? [] : [{ of: 'total', how: 'not-said' } as const]),
    ...differentDay(agreed.dueBy, order.dueBy),
  ];
}

function isPriced({ total, lines }: Order): boolean {
  return total !== undefined || (lines.length > 0 && lines.every(({ amount }) => amount !== undefined));
}

/** What came, when, and what was charged, against what was agreed. */
export function reconcileFulfilment(agreed: Agreed, { lines, cameAt, charged }: Fulfilment): readonly Difference[] {
  return [
    ...differentLines(agreed.lines, lines),
    ...differentAmount('total', agreed.total, charged),
    ...differentDay(agreed.dueBy, cameAt),
  ];
}

/** Whether it came as agreed or better: earlier, or for less. */
export function isAsGoodAsAgreed(differences: readonly Difference[]): boolean {
  return differences.every(({ of, how }) => how === 'earlier' || (how === 'less' && of !== 'quantity'));
}

/** By the offer they are of; a line of no offer is one more. */
function differentLines(agreed: readonly OrderLine[], said: readonly OrderLine[]): readonly Difference[] {
  const known = new Set(agreed.map(({ offer }) => offer));
  const seen = new Set<string>();
  const differences = said.flatMap((line): readonly Difference[] => {
    const { offer, name } = line;
    const match = agreed.find((other) => offer !== undefined && other.offer === offer);
    if (!match || offer === undefined || !known.has(offer) || seen.has(offer)) {
      return [{ of: 'line', name, how: 'added' }];
    }
    seen.add(offer);
    return differentLine(match, line);
  });
  const missing = agreed
    .filter(({ offer }) => offer === undefined || !seen.has(offer))
    .map(({ name }): Difference => ({ of: 'line', name, how: 'missing' }));
  return [...missing, ...differences];
}

function differentLine(agreed: OrderLine, said: OrderLine): readonly Difference[] {
  const { name } = agreed;
  const quantity = compareQuantities(said.quantity, agreed.quantity);
  const amount = howMoney(agreed.amount, said.amount);
  const isNamedSo = normalName(name) === normalName(said.name);
  return [
    ...(isNamedSo ? [] : [{ of: 'name', name, how: 'other', said: said.name } as const]),
    ...(quantity === 0 ? [] : [{ of: 'quantity', name, how: howMuch(quantity) } as const]),
    ...(amount ? [{ of: 'line-amount', name, how: amount } as const] : []),
  ];
}

function differentAmount(
  of: 'freight' | 'handling' | 'tax' | 'total',
  agreed: Money | undefined,
  said: Money | undefined,
): readonly Difference[] {
  const how = howMoney(agreed, said);
  return how ? [{ of, how }] : [];
}

/** What was charged and not agreed on, or in other money, can't be compared, and is marked. */
function howMoney(agreed: Money | undefined, said: Money | undefined): 'less' | 'more' | 'not-comparable' | undefined {
  if (!said || (agreed && agreed.currency === said.currency && agreed.minor === said.minor)) {
    return undefined;
  }
  if (!agreed) {
    return said.minor === 0 ? undefined : 'not-comparable';
  }
  if (agreed.currency !== said.currency) {
    return 'not-comparable';
  }
  return said.minor > agreed.minor ? 'more' : 'less';
}

function howMuch(difference: number | undefined): 'less' | 'more' | 'not-comparable' {
  return difference === undefined ? 'not-comparable' : difference > 0 ? 'more' : 'less';
}

/** By the days, as far as both are known. */
function differentDay(agreed: Moment | undefined, said: Moment | undefined): readonly Difference[] {
  if (agreed === undefined || said === undefined) {
    return [];
  }
  const length = Math.min(agreed.length, said.length, 10);
  const due = agreed.slice(0, length);
  const came = said.slice(0, length);
  return due === came ? [] : [{ of: 'date', how: came > due ? 'later' : 'earlier' }];
}

/** Where the person is: a day that they say is held against it. */
function dayOf(ms: number): Moment {
  return localDay(momentOf(ms));
}
