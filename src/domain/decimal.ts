import type { Branded } from './ids.ts';

/**
 * A decimal number as its shortest text: `2.5`, `-0.125`, `40`. Never a floating-point number: 0.1 stays 0.1.
 * At most 15 digits before the point and 6 behind it.
 */
export type Decimal = Branded<'Decimal'>;

/** The number is `units` / 10^`places`. */
export interface DecimalParts {
  readonly units: bigint;
  readonly places: number;
}

const DECIMAL = /^(-?)0*(\d{1,15})(?:\.(\d{1,20}))?$/u;
const MOST_PLACES = 6;

/**
 * Reads what other systems write as a decimal: `12`, `012.50`, `-0.5`. No exponent, no thousands, no comma.
 *
 * @returns `undefined` when it is none, or has more digits than are kept: nothing is rounded unasked.
 */
export function readDecimal(text: string): Decimal | undefined {
  const [, sign = '', whole = '', tail = ''] = DECIMAL.exec(text) ?? [];
  const fraction = tail.replace(/0+$/u, '');
  if (whole === '' || fraction.length > MOST_PLACES) {
    return undefined;
  }
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return (digits === '0' ? digits : `${sign}${digits}`) as Decimal;
}

/** Exact, for counting in whole numbers. */
export function partsOfDecimal(decimal: Decimal): DecimalParts {
  const [whole = '', fraction = ''] = decimal.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length };
}

/** Below 0 when `left` is the smaller one, 0 when they are equal. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  return compareParts(partsOfDecimal(left), partsOfDecimal(right));
}

/** As {@link compareDecimals}, of numbers that need not have a text of their own. */
export function compareParts(left: DecimalParts, right: DecimalParts): number {
  const difference = left.units * 10n ** BigInt(right.places) - right.units * 10n ** BigInt(left.places);
  return Number(difference > 0n) - Number(difference < 0n);
}

/** Whether `step` goes into `decimal` a whole number of times. A step of nothing goes into nothing. */
export function isMultipleOf(decimal: Decimal, step: Decimal): boolean {
  const whole = partsOfDecimal(decimal);
  const part = partsOfDecimal(step);
  const units = part.units * 10n ** BigInt(whole.places);
  return units === 0n ? whole.units === 0n : (whole.units * 10n ** BigInt(part.places)) % units === 0n;
}
