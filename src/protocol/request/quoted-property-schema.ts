import * as v from 'valibot';
import { readDecimal } from '../../domain/decimal.ts';
import type { UnitCode } from '../../domain/quantity.ts';
import type { QuotedProperty, QuotedValue } from '../../domain/requirement.ts';
import { present } from './present.ts';
import { readAs } from './read-as.ts';
import * as wire from './wire-values.ts';

/** A double keeps this many digits as they were written. */
const EXACT_DIGITS = 15;

export interface SaidProperty {
  readonly name: string;
  readonly value: boolean | number | string;
  readonly unitCode?: UnitCode;
}

/** What a vendor says a property of its thing is: words, true or false, or a number, which with a unit is decimal text. */
export const quotedProperty = v.pipe(
  v.strictObject({
    '@type': v.exactOptional(v.literal('PropertyValue')),
    name: wire.short,
    value: v.union([v.boolean(), v.number(), wire.name], 'Neither words nor a number nor true or false'),
    unitCode: v.exactOptional(wire.unitCode),
  }),
  readAs(readProperty, 'Not a number as it can be kept; with a unitCode, decimal text such as "2.5"', 'value'),
);

function readProperty({ name, value, unitCode }: SaidProperty): QuotedProperty | undefined {
  const quoted = readValue(value, unitCode);
  return quoted && { property: name, value: quoted };
}

function readValue(value: boolean | number | string, unit: UnitCode | undefined): QuotedValue | undefined {
  if (typeof value === 'boolean') {
    return unit === undefined ? { kind: 'flag', is: value } : undefined;
  }
  if (typeof value === 'string' && unit === undefined) {
    return { kind: 'text', text: value };
  }
  const digits = String(value);
  // A number of JSON with more digits than a double keeps was rounded before it came here.
  const isRounded = typeof value === 'number' && digits.replace(/\D/gu, '').length > EXACT_DIGITS;
  const number = isRounded ? undefined : readDecimal(digits);
  return number && { kind: 'number', value: number, ...present({ unit }) };
}
