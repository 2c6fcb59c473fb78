import type { Moment } from './moment.ts';

/**
 * The day of a moment where the person is, as the pages show it: of an exact one that of the device's time zone. What is no finer
 * than a day stays as it was told.
 */
export function localDay(moment: Moment): Moment {
  if (!moment.includes('T')) {
    return moment;
  }
  const at = new Date(moment);
  const parts = [padded(at.getFullYear(), 4), padded(at.getMonth() + 1, 2), padded(at.getDate(), 2)];
  return parts.join('-') as Moment;
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
