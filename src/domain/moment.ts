import type { Branded } from './ids.ts';

/**
 * A moment with the precision it was told in, as ISO 8601 text: `2019`, `2019-03`, `2019-03-09`
 * or `2019-03-09T10:30:00.000Z`. A date is not a midnight, so it stays a date.
 * As text, moments sort by time; a coarser one sorts before the finer ones it holds.
 */
export type Moment = Branded<'Moment'>;

const MOMENT = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}:\d{2}\.\d{3}Z)?)?)?$/u;

/** The exact moment of `nowMs` (milliseconds since the Unix epoch, UTC). */
export function momentOf(nowMs: number): Moment {
  return new Date(nowMs).toISOString() as Moment;
}

/**
 * Reads ISO 8601 as other systems write it: a year, a month, a day, or a moment with any offset.
 * A moment without an offset is kept as its day, since nobody knows whose midnight it meant.
 * @returns `undefined` when the text is none of these or names no day of the calendar.
 */
export function readMoment(text: string): Moment | undefined {
  const trimmed = text.trim();
  if (MOMENT.test(trimmed) && Number.isFinite(Date.parse(trimmed))) {
    return realDay(trimmed) ? (trimmed as Moment) : undefined;
  }
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/u.test(trimmed) || !realDay(trimmed)) {
    return undefined;
  }
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/iu.test(trimmed)) {
    return trimmed.slice(0, 10) as Moment;
  }
  const ms = Date.parse(trimmed.replace(' ', 'T'));
  return Number.isFinite(ms) ? momentOf(ms) : undefined;
}

function realDay(text: string): boolean {
  const day = text.slice(0, 10);
  return day.length < 10 || (Number.isFinite(Date.parse(day)) && new Date(day).toISOString().startsWith(day));
}
