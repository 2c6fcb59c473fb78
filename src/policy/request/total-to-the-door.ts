import type { Choice } from '../../domain/acceptance.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { compareDecimals } from '../../domain/decimal.ts';
import { AppError } from '../../domain/errors.ts';
import type { Money } from '../../domain/money.ts';
import { addMoney, multiplyMoney } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { Charge, Quote, QuoteOption } from '../../domain/quote.ts';
import { isOffered } from './check-quote.ts';
import type { ChoiceProblem, PickedOffer } from './check-choice.ts';
import { pickOffers } from './check-choice.ts';

export type UnknownPart = 'freight' | 'handling' | 'tax';

export interface PricedLine {
  readonly offer: string;
  /** With its options. */
  readonly amount: Money;
}

/** What a choice of a quote costs, in the quote's own currency, part by part. Nothing is converted, and nothing guessed. */
export interface PricedChoice {
  readonly kind: 'priced';
  readonly lines: readonly PricedLine[];
  readonly goods: Money;
  /** Nothing, where it is in the price; absent where the vendor does not say. */
  readonly freight?: Money;
  readonly handling?: Money;
  /** What comes on top; nothing, where it is in the prices; absent where nobody knows. */
  readonly tax?: Money;
  readonly isTaxIncluded: boolean;
  /** What is not known, and so not in `atLeast`. Empty when `total` is there. */
  readonly unknown: readonly UnknownPart[];
  readonly atLeast: Money;
  /** To the door. Only when everything in it is known. */
  readonly total?: Money;
}

export type Price = PricedChoice | { readonly kind: 'impossible'; readonly problem: ChoiceProblem | 'too-large' };

/** What a choice costs to the door: lines with their options and price steps, freight, handling, tax. */
export function totalToTheDoor(quote: Quote, choice: Choice): Price {
  const picked = pickOffers(quote, choice);
  if (typeof picked === 'string') {
    return { kind: 'impossible', problem: picked };
  }
  try {
    return price(quote, picked);
  } catch (thrown) {
    // Each amount is bounded, their products are not.
    if (thrown instanceof AppError && thrown.code === 'too-much') {
      return { kind: 'impossible', problem: 'too-large' };
    }
    throw thrown;
  }
}

function price(quote: Quote, picked: readonly PickedOffer[]): PricedChoice {
  const nothing: Money = { minor: 0, currency: quote.currency };
  const lines = picked.map((pick) => ({ offer: pick.offer.key, amount: priceLine(pick, nothing) }));
  const goods = lines.reduce((sum, { amount }) => addMoney(sum, amount), nothing);
  const freight = chargeOf(quote.freight, nothing);
  const handling = chargeOf(quote.handling, nothing);
  const beforeTax = [freight, handling].reduce<Money>((sum, part) => (part ? addMoney(sum, part) : sum), goods);
  const tax = taxOf(quote, picked, { beforeTax, isComplete: freight !== undefined && handling !== undefined });
  const atLeast = tax ? addMoney(beforeTax, tax) : beforeTax;
  const unknown = Object.entries({ freight, handling, tax }).flatMap(([part, amount]) =>
    amount === undefined ? [part as UnknownPart] : [],
  );
  return {
    kind: 'priced',
    lines,
    goods,
    ...(freight && { freight }),
    ...(handling && { handling }),
    ...(tax && { tax }),
    isTaxIncluded: quote.tax.kind === 'included',
    unknown,
    atLeast,
    ...(unknown.length === 0 && { total: atLeast }),
  };
}

/** The whole quantity at the price of the step it reaches, rounded once; then the options, each rounded once. */
function priceLine({ offer, quantity, options }: PickedOffer, nothing: Money): Money {
  const { per, tiers } = offer.price;
  const tier = tiers.findLast(({ from }) => compareDecimals(quantity.value, from) >= 0);
  const goods = tier ? multiplyMoney(tier.amount, quantity.value, per.value) : nothing;
  return options.reduce((sum, option) => addMoney(sum, optionPrice(option, quantity)), goods);
}

/** What a chosen option costs with so many, rounded once. May be below nothing. */
export function optionPrice({ per, amount }: QuoteOption, { value }: Quantity): Money {
  return per === 'line' ? amount : multiplyMoney(amount, value);
}

function chargeOf(charge: Charge, nothing: Money): Money | undefined {
  switch (charge.kind) {
    case 'included':
      return nothing;
    case 'charged':
      return charge.amount;
    case 'unknown':
      return undefined;
  }
}

/** An amount of tax is that of the quote as it stands: for any other choice nobody said it. */
function taxOf(
  { tax, lines, currency }: Quote,
  picked: readonly PickedOffer[],
  { beforeTax, isComplete }: { readonly beforeTax: Money; readonly isComplete: boolean },
): Money | undefined {
  switch (tax.kind) {
    case 'included':
      return { minor: 0, currency };
    case 'excluded-amount': {
      const isAsQuoted =
        picked.length === lines.filter(isOffered).length &&
        picked.every(({ offer, quantity, options }) => options.length === 0 && quantity.value === offer.quantity.value);
      return isAsQuoted ? tax.amount : undefined;
    }
    case 'excluded-rate':
      return isComplete ? multiplyMoney(beforeTax, tax.percent, '100' as Decimal) : undefined;
    case 'excluded':
    case 'unknown':
      return undefined;
  }
}
