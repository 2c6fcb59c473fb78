import { type Moment, momentOf, readMoment } from '../domain/moment.ts';

/** Exports of services that are younger than this can't be older. Year 0 and 9999 are no dates of anybody's. */
const FIRST_YEAR = 1_800;
const LAST_YEAR = 2_200;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** ISO 8601 in every form `readMoment` knows, within the years that can be meant. */
export function readIso(text: string): Moment | undefined {
  return plausible(readMoment(text));
}

/** `2024/03/09`, `2024/3/9`; with slashes, dots or hyphens, and a time of no zone behind, which is left out. A month or day of zero is unknown: `2024-03-00` is `2024-03`. */
export function readYearFirst(text: string): Moment | undefined {
  const match = /^(\d{4})(?:[/.-](\d{1,2})(?:[/.-](\d{1,2}))?)?$/u.exec(withoutTime(text));
  return match ? day(match[1], match[2], match[3]) : undefined;
}

/** `06/13/2021`, `6/13/21`, `6/13/2021 4:38 PM`. */
export function readMonthFirst(text: string): Moment | undefined {
  const match = SHORT.exec(withoutTime(text));
  return match ? day(fullYear(match[3]), match[1], match[2]) : undefined;
}

/** `13/06/2021`, `13.6.21`. */
export function readDayFirst(text: string): Moment | undefined {
  const match = SHORT.exec(withoutTime(text));
  return match ? day(fullYear(match[3]), match[2], match[1]) : undefined;
}

/**
 * `Sat Dec 31 00:00:00 2016`, `31 Dec 2016`, `Dec 31, 2016`: a day, since nobody knows whose midnight it was. `June 2021` is
 * a month.
 */
export function readNamedMonth(text: string): Moment | undefined {
  const year = /\b(\d{4})\b/u.exec(text)?.[1];
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}`, 'iu').test(text)) + 1;
  const date = /(?<![\d:])(\d{1,2})(?![\d:])/u.exec(text)?.[1];
  const isMonth = /^\s*\p{L}{3,9}[.,]?\s+\d{4}\s*$/u.test(text);
  return year === undefined || month === 0 || (date === undefined && !isMonth)
    ? undefined
    : day(year, String(month), date);
}

/** Seconds since the Unix epoch, UTC, as text. */
export function readUnixSeconds(text: string): Moment | undefined {
  return /^\d{1,11}(?:\.\d+)?$/u.test(text.trim()) ? plausible(momentOf(Math.round(Number(text) * 1_000))) : undefined;
}

/** `2021-06-13 10:30:00` of a source that says it means UTC. */
export function readUtc(text: string): Moment | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(?: ?UTC)?$/u.exec(text.trim());
  return match ? readIso(`${match[1] ?? ''}T${match[2] ?? ''}Z`) : readIso(text);
}

/** Which comes first in a list of dates like `06/07/2021`: told by any day over 12, `unknown` when there is none. */
export function orderOfDates(texts: Iterable<string>): 'day-first' | 'month-first' | 'unknown' {
  for (const text of texts) {
    const [, first, second] = SHORT.exec(withoutTime(text)) ?? [];
    if (Number(first) > 12) {
      return 'day-first';
    }
    if (Number(second) > 12) {
      return 'month-first';
    }
  }
  return 'unknown';
}

/** Whether a day is one of the calendar either way: `03/04/2021`, where nobody says what stands first. */
export function isUnclearDay(text: string): boolean {
  const [one, other] = [readDayFirst(text), readMonthFirst(text)];
  return one !== undefined && other !== undefined && one !== other;
}

/** A date without the time behind it. Spreadsheets write both into one cell. */
function withoutTime(text: string): string {
  return text.trim().replace(/,?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[AP]\.?M\.?)?$/iu, '');
}

const SHORT = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/u;

/** Two digits mean the hundred years that end in 2049. */
function fullYear(year = ''): string {
  return year.length === 2 ? `${Number(year) < 50 ? '20' : '19'}${year}` : year;
}

function day(year = '', month?: string, date?: string): Moment | undefined {
  const parts = [year, ...(Number(month ?? 0) > 0 ? [month, ...(Number(date ?? 0) > 0 ? [date] : [])] : [])];
  return plausible(readMoment(parts.map((part = '') => part.padStart(2, '0')).join('-')));
}

function plausible(moment: Moment | undefined): Moment | undefined {
  const year = Number(moment?.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? moment : undefined;
}
