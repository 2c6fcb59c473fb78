import type { Choice, ChosenOffer } from '../../domain/acceptance.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { compareDecimals, isMultipleOf } from '../../domain/decimal.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { OfferedLine, Quote, QuoteOption } from '../../domain/quote.ts';
import type { RequestLine } from '../../domain/request-for-proposals.ts';
import { isOffered } from './check-quote.ts';

/** Why something can't be chosen of a quote. */
export type ChoiceProblem =
  | 'nothing-chosen'
  | 'no-such-offer'
  | 'two-of-one-line'
  | 'no-such-option'
  | 'option-twice'
  | 'two-of-one-group'
  | 'other-unit'
  | 'too-few'
  | 'too-many'
  | 'not-in-steps';

/** An offer that is chosen, with what is chosen of it. */
export interface PickedOffer {
  readonly offer: OfferedLine;
  readonly quantity: Quantity;
  readonly options: readonly QuoteOption[];
}

/** What is chosen, looked up in the quote, in the order of the choice; or why that can't be chosen. */
export function pickOffers(quote: Quote, choice: Choice): readonly PickedOffer[] | ChoiceProblem {
  if (choice.length === 0) {
    return 'nothing-chosen';
  }
  const offers = new Map(quote.lines.filter(isOffered).map((offer) => [offer.key, offer]));
  const picked: PickedOffer[] = [];
  const lines = new Set<number>();
  for (const chosen of choice) {
    const offer = offers.get(chosen.offer);
    if (!offer) {
      return 'no-such-offer';
    }
    if (lines.has(offer.line)) {
      return 'two-of-one-line';
    }
    lines.add(offer.line);
    const pick = pickOffer(offer, chosen);
    if (typeof pick === 'string') {
      return pick;
    }
    picked.push(pick);
  }
  return picked;
}

/**
 * What stands chosen before the person touches it: of each line the first offer that is what was asked for, or the first
 * substitute where they are welcome; as many as offered, no options.
 */
export function firstChoice(quote: Quote, lines: readonly Pick<RequestLine, 'number' | 'substitutes'>[]): Choice {
  return lines.flatMap(({ number, substitutes }): ChosenOffer[] => {
    const offers = quote.lines.filter(isOffered).filter(({ line }) => line === number);
    const first =
      offers.find(({ isSubstitute }) => !isSubstitute) ?? (substitutes === 'welcome' ? offers[0] : undefined);
    return first ? [{ offer: first.key, options: [] }] : [];
  });
}

function pickOffer(
  offer: OfferedLine,
  { quantity = offer.quantity, options }: ChosenOffer,
): PickedOffer | ChoiceProblem {
  const picked = options.map((key) => offer.options.find((option) => option.key === key));
  const known = picked.filter((option) => option !== undefined);
  const groups = known.flatMap(({ group }) => (group === undefined ? [] : [group]));
  if (known.length < picked.length) {
    return 'no-such-option';
  }
  if (new Set(options).size < options.length) {
    return 'option-twice';
  }
  if (new Set(groups).size < groups.length) {
    return 'two-of-one-group';
  }
  return quantityProblem(offer, quantity) ?? { offer, quantity, options: known };
}

function quantityProblem(
  { price, steps, inventory }: OfferedLine,
  { value, unit }: Quantity,
): ChoiceProblem | undefined {
  if (unit !== price.per.unit) {
    return 'other-unit';
  }
  const least = steps?.min ?? ('0' as Decimal);
  if (compareDecimals(value, '0' as Decimal) <= 0 || compareDecimals(value, least) < 0) {
    return 'too-few';
  }
  if ([steps?.max, inventory].some((most) => most !== undefined && compareDecimals(value, most) > 0)) {
    return 'too-many';
  }
  return steps?.step === undefined || isMultipleOf(value, steps.step) ? undefined : 'not-in-steps';
}
