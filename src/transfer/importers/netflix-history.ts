/**
 * Netflix viewing history: what one profile watched, a row for each title and day.
 *
 * Source:   Account → Profile → Viewing activity → Download all
 * Sample:   tests/fixtures/imports/netflix-history.csv (made up; columns of the real file, seen 2021)
 * Scale:    none: watched is not rated
 * Dates:    `Date` in the order of the account's language: 06/07/2021 is June or July. Told by any day over 12, else asked
 * Oddities: no ids; `Show: Season 2: Episode` in the account's language; the newest stands first
 */
import type { Moment } from '../../domain/moment.ts';
import type { Content, Importer } from '../importer.ts';
import { orderOfDates, readDayFirst, readMonthFirst, readYearFirst } from '../read-date.ts';
import type { Table } from '../table.ts';
import { whenOf } from './parts/when-of.ts';
import { titleOf } from './parts/netflix-title.ts';
import { readRows } from './parts/read-rows.ts';

type Order = 'day-first' | 'month-first';

export const netflixHistory: Importer = {
  id: 'netflix-history',
  source: 'netflix',

  recognises: (content) => content.sort === 'table' && isHistory(content.table),

  questions(content) {
    const dates = datesOf(content);
    if (orderOfDates(dates) !== 'unknown' || dates.every((date) => readDayFirst(date) === readMonthFirst(date))) {
      return [];
    }
    const suggested = likelyOrder(dates);
    return [
      {
        id: 'day-or-month-first',
        choices: [{ value: 'day-first' }, { value: 'month-first' }],
        ...(suggested !== undefined && { suggested }),
      },
    ];
  },

  *read(content, { answers }) {
    if (content.sort !== 'table' || !isHistory(content.table)) {
      return;
    }
    const told = orderOfDates(datesOf(content));
    const read = dateReader(told === 'unknown' ? answers['day-or-month-first'] : told);
    yield* readRows(content, (reader, cell) => {
      const title = titleOf(reader, 'Title', cell('Title'));
      const at = reader.moment('Date', cell('Date'), (text) => read(tidy(text)));
      return title === undefined
        ? reader.skip('no-name', 'Title')
        : reader.keep({ ...title, content: { uses: [whenOf(at)] } });
    });
  },
};

/** Two columns of such common names are a history only where there is no third. */
function isHistory(table: Table): boolean {
  return table.has('Title', 'Date') && table.header.filter((name) => name !== '').length === 2;
}

/** Every date once, in the order of the file: there are far more rows than days. */
function datesOf(content: Content): string[] {
  return content.sort === 'table'
    ? [...new Set(content.table.rows.map((row) => tidy(content.table.cell(row, 'Date'))))]
    : [];
}

/** `2021. 6. 13.` and marks of the reading direction, as some languages write dates. */
function tidy(date: string): string {
  return date.replace(/[\s\u200E\u200F]/gu, '').replace(/\.$/u, '');
}

/** What means the same day in either order needs no answer; what does not is no date without one. */
function dateReader(order: string | undefined): (date: string) => Moment | undefined {
  return (date) => {
    const [day, month] = [readDayFirst(date), readMonthFirst(date)];
    const chosen = order === 'day-first' ? day : order === 'month-first' ? month : undefined;
    return readYearFirst(date) ?? chosen ?? (day === month ? day : undefined);
  };
}

/** The order in which the days fall from row to row, since the newest stands first; else that of dates with dots. */
function likelyOrder(dates: readonly string[]): Order | undefined {
  const rises = (read: (date: string) => Moment | undefined): number =>
    dates.filter((date, at) => (read(date) ?? '') < (read(dates[at + 1] ?? '') ?? '')).length;
  const more = rises(readMonthFirst) - rises(readDayFirst);
  return more === 0
    ? dates.some((date) => date.includes('.'))
      ? 'day-first'
      : undefined
    : more > 0
      ? 'day-first'
      : 'month-first';
}
