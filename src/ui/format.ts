import type { Moment } from '../domain/moment.ts';
import type { Given } from '../domain/scale.ts';
import { dateFormat, numberFormat } from './formatters.ts';
import { locale } from './i18n.ts';

/** A moment as precisely as it is known: '2019', 'March 2019', 'March 9, 2019'. Of an exact one, the day. */
export function formatMoment(moment: Moment): string {
  const [year = '', month, rest] = moment.split('-');
  if (month === undefined) {
    return year;
  }
  if (rest === undefined) {
    return dateFormat(locale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${moment}-01`));
  }
  // A bare day is nobody's midnight: it stays that day in every time zone. An exact moment is told in the person's own.
  return dateFormat(locale(), {
    dateStyle: 'medium',
    ...(rest.length === 2 ? { timeZone: 'UTC' } : {}),
  }).format(new Date(moment));
}

/** Day and time in the person's own time zone. `atMs` is milliseconds since the Unix epoch. */
export function formatTime(atMs: number): string {
  return dateFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(atMs));
}

export function formatNumber(value: number): string {
  return numberFormat(locale()).format(value);
}

/** 'Films, Books and Albums' */
export function formatList(parts: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(locale(), { type }).format(parts);
}

/** A mark on its own scale: '4.5 / 5' */
export function formatGiven({ value, best }: Given): string {
  return `${formatNumber(value)} / ${formatNumber(best)}`;
}
