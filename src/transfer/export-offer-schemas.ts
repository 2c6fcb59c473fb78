/** What a quote, and what is chosen of it, must be in an export. */
import * as v from 'valibot';
import { readCurrency } from '../domain/currency.ts';
import { readDecimal } from '../domain/decimal.ts';
import { DECLINE_REASONS } from '../domain/decline.ts';
import { readMessageId } from '../domain/ids.ts';
import { readUnitCode } from '../domain/quantity.ts';
import { AVAILABILITIES } from '../domain/quote.ts';
import { count, identifier, MAX_LIST, moment, ms, text } from './export-fields.ts';

export const list = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(MAX_LIST, 'too many'));
const checked = (isGood: (text: string) => boolean, wrong: string) => v.pipe(v.string(), v.check(isGood, wrong));

export const decimal = checked((one) => readDecimal(one) === one, 'not a decimal');
const currency = checked((one) => readCurrency(one) === one, 'not a currency');
export const unit = checked((one) => readUnitCode(one) === one, 'not a unit');
export const messageId = checked((one) => readMessageId(one) === one, 'not an id');
export const money = v.strictObject({ minor: v.pipe(v.number(), v.safeInteger('not money')), currency });
export const quantity = v.strictObject({ value: decimal, unit });
const words = v.exactOptional(text);
export const identifiers = list(identifier);

const charge = v.variant('kind', [
  v.strictObject({ kind: v.literal('included') }),
  v.strictObject({ kind: v.literal('charged'), amount: money }),
  v.strictObject({ kind: v.literal('unknown') }),
]);
const tax = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['included', 'excluded', 'unknown']) }),
  v.strictObject({ kind: v.literal('excluded-amount'), amount: money }),
  v.strictObject({ kind: v.literal('excluded-rate'), percent: decimal }),
]);
const returns = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['none', 'unknown']) }),
  v.strictObject({ kind: v.literal('days'), days: count, paidBy: v.picklist(['vendor', 'person', 'unknown']) }),
]);
const property = v.strictObject({
  property: text,
  value: v.variant('kind', [
    v.strictObject({ kind: v.literal('text'), text }),
    v.strictObject({ kind: v.literal('number'), value: decimal, unit: v.exactOptional(unit) }),
    v.strictObject({ kind: v.literal('flag'), is: v.boolean() }),
  ]),
});
const option = v.strictObject({
  key: text,
  name: text,
  group: words,
  amount: money,
  per: v.picklist(['line', 'unit']),
});
const quoteLine = v.variant('kind', [
  v.strictObject({
    kind: v.literal('offered'),
    key: text,
    line: count,
    name: text,
    brand: words,
    identifiers,
    properties: list(property),
    condition: v.picklist(['new', 'refurbished', 'used', 'damaged']),
    isSubstitute: v.boolean(),
    quantity,
    price: v.strictObject({ per: quantity, tiers: list(v.strictObject({ from: decimal, amount: money })) }),
    steps: v.exactOptional(
      v.strictObject({
        min: v.exactOptional(decimal),
        max: v.exactOptional(decimal),
        step: v.exactOptional(decimal),
      }),
    ),
    options: list(option),
    availability: v.exactOptional(v.picklist(AVAILABILITIES)),
    inventory: v.exactOptional(decimal),
    leadTime: v.exactOptional(v.strictObject({ fromDays: count, toDays: count })),
    warrantyMonths: v.exactOptional(count),
    words,
  }),
  v.strictObject({ kind: v.literal('pending'), line: count, words }),
  v.strictObject({ kind: v.literal('not-offered'), line: count, reason: v.picklist(DECLINE_REASONS), words }),
]);

export const quote = v.strictObject({
  kind: v.literal('quote'),
  id: messageId,
  copy: count,
  replaces: v.exactOptional(messageId),
  currency,
  pricing: v.picklist(['fixed', 'negotiable']),
  lines: list(quoteLine),
  freight: charge,
  handling: charge,
  tax,
  validFor: words,
  validUntilMs: ms,
  returns,
  contact: v.exactOptional(v.strictObject({ name: words, email: words, phone: words })),
  checkout: words,
  words,
});

export const acceptance = v.strictObject({
  quote: messageId,
  choice: list(v.strictObject({ offer: text, quantity: v.exactOptional(quantity), options: list(text) })),
  total: v.exactOptional(money),
});

export const counter = v.strictObject({
  quote: messageId,
  lines: list(v.strictObject({ offer: text, quantity: v.exactOptional(quantity), amount: v.exactOptional(money) })),
  total: v.exactOptional(money),
  words,
});

const orderLines = list(
  v.strictObject({
    offer: words,
    name: text,
    quantity,
    options: v.exactOptional(list(text)),
    amount: v.exactOptional(money),
  }),
);
export const agreed = {
  lines: orderLines,
  freight: v.exactOptional(money),
  handling: v.exactOptional(money),
  tax: v.exactOptional(money),
  total: v.exactOptional(money),
  dueBy: v.exactOptional(moment),
};
export const order = v.strictObject({ number: text, ...agreed });
export const fulfilment = v.strictObject({
  lines: orderLines,
  cameAt: v.exactOptional(moment),
  charged: v.exactOptional(money),
});
