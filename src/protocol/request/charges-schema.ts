/** What is charged for a quote or an order as a whole: a `CompoundPriceSpecification`, and what it says of each part. */
import * as v from 'valibot';
import type { Decimal } from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';
import type { Charge, Tax } from '../../domain/quote.ts';
import { readAs } from './read-as.ts';
import * as wire from './wire-values.ts';

type Part = 'freight' | 'handling' | 'tax';

const component = v.pipe(
  v.variant('@type', [
    v.strictObject({ '@type': v.literal('DeliveryChargeSpecification'), ...wire.priced }),
    v.strictObject({
      '@type': v.literal('PriceSpecification'),
      name: v.picklist(['handling', 'tax']),
      ...wire.priced,
    }),
  ]),
  readAs(
    (one) => {
      const amount = wire.moneyOf(one);
      const part: Part = one['@type'] === 'PriceSpecification' ? one.name : 'freight';
      return amount && { part, amount };
    },
    wire.NO_MONEY,
    'price',
  ),
);

const components = v.pipe(
  wire.list(component, 3),
  v.check((all) => new Set(all.map(({ part }) => part)).size === all.length, 'One part is named twice'),
  v.transform((all): { readonly [P in Part]?: Money } =>
    Object.fromEntries(all.map(({ part, amount }) => [part, amount])),
  ),
);

const compound = {
  '@type': v.exactOptional(v.literal('CompoundPriceSpecification')),
  priceComponent: v.exactOptional(components),
};

/** A part that nobody named is not known: who charges nothing for it says `0`. */
export const quoteCharges = v.pipe(
  v.strictObject({
    ...compound,
    valueAddedTaxIncluded: v.exactOptional(v.boolean()),
    taxPercent: v.exactOptional(wire.amount),
  }),
  v.check(
    ({ valueAddedTaxIncluded, taxPercent, priceComponent }) =>
      (taxPercent === undefined && priceComponent?.tax === undefined) || valueAddedTaxIncluded === false,
    'A tax is named, and valueAddedTaxIncluded is not false',
  ),
  v.check(
    ({ taxPercent, priceComponent }) => taxPercent === undefined || priceComponent?.tax === undefined,
    'taxPercent and an amount of tax are both named',
  ),
  v.transform(({ priceComponent, valueAddedTaxIncluded, taxPercent }) => ({
    freight: chargeOf(priceComponent?.freight),
    handling: chargeOf(priceComponent?.handling),
    tax: taxOf(valueAddedTaxIncluded, taxPercent, priceComponent?.tax),
  })),
);

/** Of an order: each part as far as it is known, and the total to the door. */
export const orderCharges = v.pipe(
  v.strictObject({
    ...compound,
    price: v.exactOptional(wire.priced.price),
    priceCurrency: v.exactOptional(wire.priced.priceCurrency),
  }),
  readAs(
    ({ price, priceCurrency, priceComponent }) => {
      if (price === undefined && priceCurrency === undefined) {
        return { ...priceComponent };
      }
      const total = wire.moneyOf({ price: price ?? '', priceCurrency: priceCurrency ?? '' });
      return total && { ...priceComponent, total };
    },
    wire.NO_MONEY,
    'price',
  ),
);

function chargeOf(amount: Money | undefined): Charge {
  if (!amount) {
    return { kind: 'unknown' };
  }
  return amount.minor === 0 ? { kind: 'included' } : { kind: 'charged', amount };
}

function taxOf(isIncluded: boolean | undefined, percent: Decimal | undefined, amount: Money | undefined): Tax {
  if (isIncluded === undefined) {
    return { kind: 'unknown' };
  }
  if (isIncluded) {
    return { kind: 'included' };
  }
  if (amount) {
    return { kind: 'excluded-amount', amount };
  }
  return percent === undefined ? { kind: 'excluded' } : { kind: 'excluded-rate', percent };
}
