import type { Decimal } from '../../domain/decimal.ts';
import { compareDecimals } from '../../domain/decimal.ts';
import type { Charge, OfferedLine, Quote, QuoteLine } from '../../domain/quote.ts';
import type { ThreadRefusal } from '../../domain/thread.ts';
import type { CopyLine, KindCopy, WholeCopy } from '../../domain/vendor-copy.ts';
import { REQUEST_LIMITS } from './request-limits.ts';

const ZERO = '0' as Decimal;

/** As much of a copy as a quote is held against. */
type Answered =
  | Pick<KindCopy, 'stage'>
  | (Pick<WholeCopy, 'stage'> & { readonly lines: readonly Pick<CopyLine, 'number'>[] });

/**
 * Whether a quote can be taken as one: it answers a copy that has lines, names only those, and agrees with itself.
 * How good it is, is not looked at: what a vendor is told about its quote says nothing of the person.
 *
 * @returns `undefined` when it can.
 */
export function quoteProblem(quote: Quote, copy: Answered, nowMs: number): ThreadRefusal | undefined {
  if (copy.stage === 'kind') {
    return 'not-now';
  }
  if (isTooLarge(quote)) {
    return 'too-large';
  }
  const known = new Set(copy.lines.map(({ number }) => number));
  if (quote.lines.some(({ line }) => !known.has(line))) {
    return 'unknown-line';
  }
  if (!isConsistent(quote)) {
    return 'quote-inconsistent';
  }
  return quote.validUntilMs > nowMs ? undefined : 'quote-expired';
}

function isTooLarge({ lines }: Quote): boolean {
  const { quoteLines, offersOfLine, options, tiers, properties } = REQUEST_LIMITS;
  const offers = lines.filter(isOffered);
  return (
    lines.length > quoteLines ||
    offers.some(({ line }) => offers.filter((other) => other.line === line).length > offersOfLine) ||
    offers.some(
      (offer) =>
        offer.options.length > options || offer.price.tiers.length > tiers || offer.properties.length > properties,
    )
  );
}

function isConsistent(quote: Quote): boolean {
  const { lines, freight, handling, tax, returns, validUntilMs } = quote;
  const offers = lines.filter(isOffered);
  const others = lines.filter((line) => !isOffered(line));
  const offered = new Set(offers.map(({ line }) => line));
  return (
    lines.length > 0 &&
    Number.isSafeInteger(validUntilMs) &&
    areUnique(offers.map(({ key }) => key)) &&
    areUnique(others.map(({ line }) => line)) &&
    others.every(({ line }) => !offered.has(line)) &&
    offers.every(isOfferConsistent) &&
    isOneCurrency(quote) &&
    isChargeAboveNothing(freight) &&
    isChargeAboveNothing(handling) &&
    (tax.kind !== 'excluded-amount' || tax.amount.minor >= 0) &&
    (tax.kind !== 'excluded-rate' ||
      (!tax.percent.startsWith('-') && compareDecimals(tax.percent, '100' as Decimal) <= 0)) &&
    (returns.kind !== 'days' || isCount(returns.days, REQUEST_LIMITS.days))
  );
}

function isOfferConsistent({ price, quantity, steps, options, leadTime, warrantyMonths }: OfferedLine): boolean {
  const { per, tiers } = price;
  return (
    quantity.unit === per.unit &&
    isAbove(quantity.value) &&
    isAbove(per.value) &&
    tiers[0]?.from === ZERO &&
    tiers.every(
      ({ from, amount }, index) =>
        amount.minor >= 0 && (index === 0 || compareDecimals(from, tiers[index - 1]?.from ?? ZERO) > 0),
    ) &&
    (steps?.min === undefined || isAbove(steps.min)) &&
    (steps?.step === undefined || isAbove(steps.step)) &&
    (steps?.max === undefined || compareDecimals(steps.max, steps.min ?? ZERO) >= 0) &&
    areUnique(options.map(({ key }) => key)) &&
    (leadTime === undefined ||
      (isCount(leadTime.fromDays, leadTime.toDays) && isCount(leadTime.toDays, REQUEST_LIMITS.days))) &&
    (warrantyMonths === undefined || isCount(warrantyMonths, REQUEST_LIMITS.months))
  );
}

function isOneCurrency({ currency, lines, freight, handling, tax }: Quote): boolean {
  const amounts = [
    ...lines
      .filter(isOffered)
      .flatMap(({ price, options }) => [...price.tiers, ...options].map(({ amount }) => amount)),
    ...[freight, handling].flatMap((charge) => (charge.kind === 'charged' ? [charge.amount] : [])),
    ...(tax.kind === 'excluded-amount' ? [tax.amount] : []),
  ];
  return amounts.every((amount) => amount.currency === currency && Number.isSafeInteger(amount.minor));
}

export function isOffered(line: QuoteLine): line is OfferedLine {
  return line.kind === 'offered';
}

function isChargeAboveNothing(charge: Charge): boolean {
  return charge.kind !== 'charged' || charge.amount.minor >= 0;
}

function isAbove(decimal: Decimal): boolean {
  return compareDecimals(decimal, ZERO) > 0;
}

function isCount(number: number, most: number): boolean {
  return Number.isSafeInteger(number) && number >= 0 && number <= most;
}

function areUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
