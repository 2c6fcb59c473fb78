/** A line of a quote as a vendor writes it: something offered, something to follow, or a no. */
import * as v from 'valibot';
import type { Decimal } from '../../domain/decimal.ts';
import { DECLINE_REASONS } from '../../domain/decline.ts';
import { ITEM_KINDS } from '../../domain/item.ts';
import {
  AVAILABILITIES,
  type ItemCondition,
  type LeadTime,
  type OfferedLine,
  type QuoteOption,
} from '../../domain/quote.ts';
import type { Flat } from './flat.ts';
import { present } from './present.ts';
import { quotedProperty } from './quoted-property-schema.ts';
import { readAs } from './read-as.ts';
import { WIRE_LIMITS } from './wire-limits.ts';
import * as wire from './wire-values.ts';

export const CONDITIONS = {
  NewCondition: 'new',
  RefurbishedCondition: 'refurbished',
  UsedCondition: 'used',
  DamagedCondition: 'damaged',
} as const satisfies Record<string, ItemCondition>;
const CONDITION_NAMES = ['NewCondition', 'RefurbishedCondition', 'UsedCondition', 'DamagedCondition'] as const;

const ZERO = '0' as Decimal;
const SINGLE = '1' as Decimal;
const words = v.exactOptional(wire.words());

/** What it costs from a quantity on, for so many. */
const tier = v.pipe(
  v.strictObject({
    '@type': v.exactOptional(v.literal('UnitPriceSpecification')),
    ...wire.priced,
    referenceQuantity: v.exactOptional(wire.quantity),
    eligibleQuantity: v.exactOptional(
      v.strictObject({ '@type': v.exactOptional(v.literal('QuantitativeValue')), minValue: wire.amount }),
    ),
  }),
  readAs(
    (one) => {
      const amount = wire.moneyOf(one);
      return amount && { per: one.referenceQuantity, tier: { from: one.eligibleQuantity?.minValue ?? ZERO, amount } };
    },
    wire.NO_MONEY,
    'price',
  ),
);

/** `PriceSpecification` is for the line, `UnitPriceSpecification` for each. */
const option = v.pipe(
  v.strictObject({
    '@type': v.exactOptional(v.literal('Offer')),
    key: wire.key,
    name: wire.name,
    group: v.exactOptional(wire.short),
    priceSpecification: v.pipe(
      v.strictObject({ '@type': v.picklist(['PriceSpecification', 'UnitPriceSpecification']), ...wire.priced }),
      readAs(
        (one) => {
          const amount = wire.moneyOf(one);
          return (
            amount && { amount, per: one['@type'] === 'PriceSpecification' ? ('line' as const) : ('unit' as const) }
          );
        },
        wire.NO_MONEY,
        'price',
      ),
    ),
  }),
  v.transform(
    ({ key, name, group, priceSpecification }): QuoteOption => ({
      key,
      name,
      ...present({ group }),
      ...priceSpecification,
    }),
  ),
);

const days = v.exactOptional(
  v.strictObject({
    '@type': v.exactOptional(v.literal('QuantitativeValue')),
    minValue: wire.count(WIRE_LIMITS.days),
    maxValue: wire.count(WIRE_LIMITS.days),
    unitCode: v.literal('DAY'),
  }),
);
/** From the acceptance to the door: making ready and on the way, in whole days. */
const shippingDetails = v.pipe(
  v.strictObject({
    '@type': v.exactOptional(v.literal('OfferShippingDetails')),
    deliveryTime: v.strictObject({
      '@type': v.exactOptional(v.literal('ShippingDeliveryTime')),
      handlingTime: days,
      transitTime: days,
    }),
  }),
  v.transform(({ deliveryTime: { handlingTime, transitTime } }): LeadTime | undefined =>
    handlingTime || transitTime
      ? {
          fromDays: (handlingTime?.minValue ?? 0) + (transitTime?.minValue ?? 0),
          toDays: (handlingTime?.maxValue ?? 0) + (transitTime?.maxValue ?? 0),
        }
      : undefined,
  ),
);

const warranty = v.pipe(
  v.strictObject({
    '@type': v.exactOptional(v.literal('WarrantyPromise')),
    durationOfWarranty: v.strictObject({
      '@type': v.exactOptional(v.literal('QuantitativeValue')),
      value: wire.count(WIRE_LIMITS.months),
      unitCode: v.literal('MON'),
    }),
  }),
  v.transform(({ durationOfWarranty }) => durationOfWarranty.value),
);

const offeredFields = v.strictObject({
  kind: v.literal('offered'),
  '@type': v.exactOptional(v.literal('Offer')),
  key: wire.key,
  line: wire.lineNumber,
  itemOffered: v.strictObject({
    '@type': v.exactOptional(v.picklist(ITEM_KINDS)),
    name: wire.name,
    brand: v.exactOptional(wire.name),
    identifier: v.exactOptional(wire.identifiers, []),
    additionalProperty: v.exactOptional(wire.list(quotedProperty, WIRE_LIMITS.properties), []),
  }),
  itemCondition: wire.schemaOrg(CONDITION_NAMES),
  substitute: v.exactOptional(v.boolean(), false),
  /** `value` is how many this offer is for; `minValue`, `maxValue` and `stepValue` which others can be had. */
  eligibleQuantity: v.strictObject({
    '@type': v.exactOptional(v.literal('QuantitativeValue')),
    value: wire.amount,
    unitCode: wire.unitCode,
    minValue: v.exactOptional(wire.amount),
    maxValue: v.exactOptional(wire.amount),
    stepValue: v.exactOptional(wire.amount),
  }),
  priceSpecification: wire.list(tier, WIRE_LIMITS.tiers, 1),
  addOn: v.exactOptional(wire.list(option, WIRE_LIMITS.options), []),
  availability: v.exactOptional(wire.schemaOrg(AVAILABILITIES)),
  /** In the unit of the quantity. */
  inventoryLevel: v.exactOptional(
    v.strictObject({ '@type': v.exactOptional(v.literal('QuantitativeValue')), value: wire.amount }),
  ),
  shippingDetails: v.exactOptional(shippingDetails),
  warranty: v.exactOptional(warranty),
  description: words,
});

/** Every step of the price is for as many: the same `referenceQuantity`, or none in all of them. */
const offered = v.pipe(
  offeredFields,
  v.check(({ priceSpecification: tiers }) => {
    const [first] = tiers;
    return tiers.every(({ per }) => per?.value === first?.per?.value && per?.unit === first?.per?.unit);
  }, 'priceSpecification: the steps of one price have different referenceQuantity'),
  v.transform((line): Flat<OfferedLine> => {
    const { itemOffered, eligibleQuantity: eligible, priceSpecification: tiers } = line;
    const { value, unitCode: unit, minValue: min, maxValue: max, stepValue: step } = eligible;
    const steps = present({ min, max, step });
    return {
      kind: 'offered',
      key: line.key,
      line: line.line,
      name: itemOffered.name,
      ...present({ brand: itemOffered.brand }),
      identifiers: itemOffered.identifier,
      properties: itemOffered.additionalProperty,
      condition: CONDITIONS[line.itemCondition],
      isSubstitute: line.substitute,
      quantity: { value, unit },
      price: { per: tiers[0]?.per ?? { value: SINGLE, unit }, tiers: tiers.map((one) => one.tier) },
      ...(Object.keys(steps).length > 0 && { steps }),
      options: line.addOn,
      ...present({
        availability: line.availability,
        inventory: line.inventoryLevel?.value,
        leadTime: line.shippingDetails,
        warrantyMonths: line.warranty,
        words: line.description,
      }),
    };
  }),
);

const pending = v.pipe(
  v.strictObject({ kind: v.literal('pending'), line: wire.lineNumber, description: words }),
  v.transform(({ kind, line, description }) => ({ kind, line, ...present({ words: description }) })),
);

const notOffered = v.pipe(
  v.strictObject({
    kind: v.literal('not-offered'),
    line: wire.lineNumber,
    reason: v.picklist(DECLINE_REASONS),
    description: words,
  }),
  v.transform(({ kind, line, reason, description }) => ({ kind, line, reason, ...present({ words: description }) })),
);

export const quoteLine = v.variant('kind', [offered, pending, notOffered]);
