import type { Preference } from '../domain/preference.ts';
import type { Given } from '../domain/scale.ts';

/** A mark as a log shows it: `4.5 / 5`. */
export function saidOfMark({ value, best }: Given): string {
  return `${value} / ${best}`;
}

/** A preference's value as a log shows it: `42 EU`. */
export function saidOfPreference({ value, unit }: Preference): string {
  return unit === undefined ? value : `${value} ${unit}`;
}
