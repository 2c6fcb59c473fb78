import type { Decimal, DecimalParts } from './decimal.ts';
import { compareParts, partsOfDecimal, readDecimal } from './decimal.ts';
import type { Branded } from './ids.ts';

/** A code of UN/CEFACT Recommendation 20 (or, with an X, of 21): `C62` one, `KGM` kilogram, `MTR` metre. */
export type UnitCode = Branded<'UnitCode'>;

export interface Quantity {
  readonly value: Decimal;
  readonly unit: UnitCode;
}

/** One of something, when nobody says what it is counted in. */
export const ONE = 'C62' as UnitCode;

const UNIT_CODE = /^[A-Z0-9]{1,3}$/u;

/**
 * What a unit is in the first one of its sort, exactly. Units that are not here are only ever compared with themselves.
 * Months and years are left out: nobody can say how many days they have.
 */
const SORTS: readonly Readonly<Record<string, string>>[] = [
  { C62: '1', H87: '1', EA: '1', DZN: '12' },
  { MMT: '1', CMT: '10', DMT: '100', MTR: '1000', KMT: '1000000', INH: '25.4', FOT: '304.8', YRD: '914.4' },
  { MGM: '1', GRM: '1000', KGM: '1000000', TNE: '1000000000', ONZ: '28349.523125', LBR: '453592.37' },
  { MLT: '1', CLT: '10', DLT: '100', LTR: '1000', MTQ: '1000000' },
  { MMK: '1', CMK: '100', MTK: '1000000' },
  { SEC: '1', MIN: '60', HUR: '3600', DAY: '86400', WEE: '604800' },
  { WTT: '1', KWT: '1000' },
  { WHR: '1', KWH: '1000' },
  { AD: '1', '2P': '1000', '4L': '1000000', E34: '1000000000', E35: '1000000000000' },
];

/** @returns `undefined` when it has not the form of a code; which ones exist is the Recommendation's to say. */
export function readUnitCode(text: string): UnitCode | undefined {
  return UNIT_CODE.test(text) ? (text as UnitCode) : undefined;
}

/** @returns `undefined` when it is no decimal above nothing, or no unit code. */
export function readQuantity(value: string, unit: string): Quantity | undefined {
  const decimal = readDecimal(value);
  const code = readUnitCode(unit);
  return decimal === undefined || code === undefined || decimal.startsWith('-') || decimal === '0'
    ? undefined
    : { value: decimal, unit: code };
}

/** Below 0 when `left` is the smaller one, 0 when they are equal; `undefined` when their units can't be compared. */
export function compareQuantities(left: Quantity, right: Quantity): number | undefined {
  if (left.unit === right.unit) {
    return compareParts(partsOfDecimal(left.value), partsOfDecimal(right.value));
  }
  const sort = SORTS.find((units) => Object.hasOwn(units, left.unit) && Object.hasOwn(units, right.unit));
  return sort && compareParts(inFirst(left, sort), inFirst(right, sort));
}

/** Whether quantities in the two units can be compared at all. */
export function isComparable(left: UnitCode, right: UnitCode): boolean {
  return left === right || SORTS.some((units) => Object.hasOwn(units, left) && Object.hasOwn(units, right));
}

function inFirst({ value, unit }: Quantity, sort: Readonly<Record<string, string>>): DecimalParts {
  const number = partsOfDecimal(value);
  const factor = partsOfDecimal((sort[unit] ?? '1') as Decimal);
  return { units: number.units * factor.units, places: number.places + factor.places };
}
