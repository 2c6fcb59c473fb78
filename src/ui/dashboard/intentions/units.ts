import { ONE, type UnitCode } from '../../../domain/quantity.ts';
import { type MessageKey, t } from '../../i18n.ts';

/** What things are counted and measured in, by their codes of Recommendation 20, in the order in which they are offered. */
export const COUNTED_IN = [ONE, 'PR', 'SET', 'KGM', 'GRM', 'LTR', 'MTR', 'MTK', 'HUR', 'DAY', 'MON'] as UnitCode[];

/** What properties are measured in; none is for plain numbers. */
export const MEASURED_IN = [
  'KGM',
  'GRM',
  'CMT',
  'MMT',
  'MTR',
  'KMT',
  'INH',
  'LTR',
  'E34',
  'HUR',
  'DAY',
  'MON',
  'WTT',
  'WHR',
] as UnitCode[];

/** 'kg'. A unit that has no name here is told by its code. */
export function unitName(unit: UnitCode): string {
  return t(`intentions_unit_${unit}` as MessageKey) || unit;
}

/** The units that are offered, and the one that is chosen, should it be another. */
export function unitsWith(offered: readonly UnitCode[], chosen: string): readonly UnitCode[] {
  return chosen === '' || offered.includes(chosen as UnitCode) ? offered : [...offered, chosen as UnitCode];
}
