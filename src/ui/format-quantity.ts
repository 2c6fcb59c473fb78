import type { Decimal } from '../domain/decimal.ts';
import { ONE, type Quantity, type UnitCode } from '../domain/quantity.ts';
import { numberFormat } from './formatters.ts';
import { locale } from './i18n.ts';

/** Units that browsers have names for, by their codes of Recommendation 20. */
const NAMED: Readonly<Record<string, string>> = {
  MMT: 'millimeter',
  CMT: 'centimeter',
  MTR: 'meter',
  KMT: 'kilometer',
  INH: 'inch',
  FOT: 'foot',
  YRD: 'yard',
  GRM: 'gram',
  KGM: 'kilogram',
  ONZ: 'ounce',
  LBR: 'pound',
  MLT: 'milliliter',
  LTR: 'liter',
  SEC: 'second',
  MIN: 'minute',
  HUR: 'hour',
  DAY: 'day',
  WEE: 'week',
  MON: 'month',
  ANN: 'year',
  AD: 'byte',
  '2P': 'kilobyte',
  '4L': 'megabyte',
  E34: 'gigabyte',
  E35: 'terabyte',
  CEL: 'celsius',
  P1: 'percent',
};

/** Not counted in anything, but in pieces. */
const PIECES: readonly UnitCode[] = [ONE, 'H87' as UnitCode, 'EA' as UnitCode];

/** '12 kg', '2'. A unit that has no name is told by its code. */
export function formatQuantity({ value, unit }: Quantity): string {
  return formatDecimal(value, unit);
}

/** A number with all of its decimals, and its unit if it has one. */
export function formatDecimal(value: Decimal, unit?: UnitCode): string {
  const named = unit && Object.hasOwn(NAMED, unit) ? NAMED[unit] : undefined;
  const text = numberFormat(locale(), {
    maximumFractionDigits: 20,
    ...(named !== undefined && { style: 'unit', unit: named }),
  }).format(value as string as `${number}`);
  return named !== undefined || unit === undefined || PIECES.includes(unit) ? text : `${text} ${unit}`;
}
