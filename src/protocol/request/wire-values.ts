/**
 * How the values of a request stand on the wire, read strictly: texts are bounded, numbers that count money or measure are
 * decimal text (`'12.50'`, never a floating-point number), and what is read comes out as the domain's own.
 */
import * as v from 'valibot';
import { readCurrency } from '../../domain/currency.ts';
import { readDecimal } from '../../domain/decimal.ts';
import { type Identifier, readIdentifier } from '../../domain/identifier.ts';
import { readMessageId, type ThreadId } from '../../domain/ids.ts';
import { readMoment } from '../../domain/moment.ts';
import { readMoney } from '../../domain/money.ts';
import { readQuantity, readUnitCode } from '../../domain/quantity.ts';
import { readAs } from './read-as.ts';
import { WIRE_LIMITS } from './wire-limits.ts';

/** Something to read, and no character that XML or UTF-8 can't hold: no control, no half of a pair. */
const READABLE = /^(?![\s\S]*(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff])[\s\S]*[\p{L}\p{N}\p{P}\p{S}]/u;

/** Words, cut of blanks at both ends. They are shown as text, whatever markup stands in them. */
export const words = (most: number = WIRE_LIMITS.words) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(most),
    v.regex(READABLE, 'Nothing to read, or a control character'),
  );
export const name = words(WIRE_LIMITS.name);
export const short = words(WIRE_LIMITS.short);

/** A vendor's own name for a message, an offer, an option. */
export const key = v.pipe(v.string(), v.regex(/^[\w.:-]{1,64}$/u, 'Not 1 to 64 of A-Z a-z 0-9 . _ : -'));
export const messageId = v.pipe(key, readAs(readMessageId, 'Not the id of a message'));
export const threadId = v.pipe(
  v.string(),
  v.regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u, 'Not the identifier of a request'),
  v.transform((text) => text as ThreadId),
);

/** A whole number of things, as JSON has it. */
export const count = (most: number, least = 0) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
export const copyNumber = count(1_000_000, 1);
/** {@link RequestLine.number}: which lines there are is the request's to say. */
export const lineNumber = count(1_000_000, 1);

/** Not below nothing. */
export const amount = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}(?:\.\d{1,6})?$/u, 'Not decimal text of nothing or more, such as "2.5"'),
  readAs(readDecimal, 'Not decimal text such as "2.5"'),
);
export const unitCode = v.pipe(
  v.string(),
  v.regex(/^[A-Z0-9]{1,3}$/u, 'Not a code of UN/CEFACT Recommendation 20'),
  readAs(readUnitCode, 'Not a code of UN/CEFACT Recommendation 20'),
);
export const currency = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{3}$/u, 'Not an ISO 4217 code'),
  readAs(readCurrency, 'Not an ISO 4217 code of money in use'),
);

/** The entries of anything that names a price. */
export const priced = {
  price: v.pipe(v.string(), v.regex(/^-?\d{1,16}(?:\.\d{1,4})?$/u, 'Not an amount as text, such as "12.50"')),
  priceCurrency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/u, 'Not an ISO 4217 code')),
};

/** {@link priced} as money. `undefined` is no currency in use, an amount finer than its smallest unit, or too large. */
export function moneyOf({ price, priceCurrency }: { readonly price: string; readonly priceCurrency: string }) {
  return readMoney(price, priceCurrency);
}

export const NO_MONEY = 'Not an amount of that currency, in decimals it has';

export const price = v.pipe(
  v.strictObject({ '@type': v.exactOptional(v.literal('PriceSpecification')), ...priced }),
  readAs(moneyOf, NO_MONEY, 'price'),
);

/** More than nothing of something. */
export const quantity = v.pipe(
  v.strictObject({
    '@type': v.exactOptional(v.literal('QuantitativeValue')),
    value: v.pipe(v.string(), v.regex(/^\d{1,15}(?:\.\d{1,6})?$/u, 'Not decimal text such as "2.5"')),
    unitCode: v.pipe(v.string(), v.regex(/^[A-Z0-9]{1,3}$/u, 'Not a code of UN/CEFACT Recommendation 20')),
  }),
  readAs(({ value, unitCode: unit }) => readQuantity(value, unit), 'Not more than nothing', 'value'),
);

/** ISO 8601, as precise as it is known. */
export const moment = v.pipe(v.string(), v.maxLength(40), readAs(readMoment, 'Not an ISO 8601 date or time'));

/** An exact moment: a day alone has no zone, and ends at another moment for everybody. In milliseconds. */
export const instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u,
    'Not an ISO 8601 moment with its offset, such as "2026-12-01T18:00:00+01:00"',
  ),
  readAs(instantMs, 'No such moment of the years 0 to 9999'),
);

/** An offset can carry a moment out of the years that have four digits: in UTC it could be saved in no format that knows only those. */
function instantMs(text: string): number | undefined {
  const ms = readMoment(text) === undefined ? NaN : Date.parse(text);
  return Number.isFinite(ms) && /^\d/u.test(new Date(ms).toISOString()) ? ms : undefined;
}

/** Those of a scheme Sayso knows; what it does not know names nothing the person holds. */
export const identifiers = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(WIRE_LIMITS.address))),
  v.maxLength(WIRE_LIMITS.identifiers),
  v.transform((all) => all.map(readIdentifier).filter((one): one is Identifier => one !== undefined)),
);

/** A member of a schema.org enumeration: `InStock`, or `https://schema.org/InStock`. */
export const schemaOrg = <const Names extends readonly string[]>(names: Names) =>
  v.pipe(
    v.picklist([...names.map(inFull), ...names] as (Names[number] | `https://schema.org/${Names[number]}`)[]),
    v.transform((text) => text.replace('https://schema.org/', '') as Names[number]),
  );

/** As it is written out: JSON-LD takes the short one for an address beside the page. */
export function inFull<Name extends string>(member: Name): `https://schema.org/${Name}` {
  return `https://schema.org/${member}`;
}

export const list = <const S extends v.GenericSchema>(item: S, most: number, least = 0) =>
  v.pipe(v.array(item), v.minLength(least), v.maxLength(most));
