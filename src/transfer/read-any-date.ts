import { type Moment, momentOf } from '../domain/moment.ts';
import {
  isUnclearDay,
  readDayFirst,
  readIso,
  readMonthFirst,
  readNamedMonth,
  readUnixSeconds,
  readYearFirst,
} from './read-date.ts';

/**
 * A date of a table nobody has described: ISO 8601, the year first, a month by its English name, seconds or milliseconds
 * since the Unix epoch.
 *
 * @param order - how `06/07/2021` is meant; without it such a date is read only where a number over 12 tells
 */
export function readAnyDate(text: string, order?: 'day-first' | 'month-first'): Moment | undefined {
  if (/^\d{9,13}$/u.test(text)) {
    return text.length > 11 ? readIso(momentOf(Number(text))) : readUnixSeconds(text);
  }
  return readIso(text) ?? readYearFirst(text) ?? readShort(text, order) ?? readNamedMonth(text);
}

function readShort(text: string, order: 'day-first' | 'month-first' | undefined): Moment | undefined {
  if (order !== undefined) {
    return order === 'day-first' ? readDayFirst(text) : readMonthFirst(text);
  }
  return isUnclearDay(text) ? undefined : (readDayFirst(text) ?? readMonthFirst(text));
}
