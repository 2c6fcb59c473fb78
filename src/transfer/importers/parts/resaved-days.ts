import { readAnyDate } from '../../read-any-date.ts';
import { orderOfDates, readDayFirst, readMonthFirst } from '../../read-date.ts';
import type { Content, Question, ReadOptions } from '../../importer.ts';
import { Table } from '../../table.ts';

/** `3/9/2024`, `09.03.24 00:00`: a date that a spreadsheet wrote in its own way when it saved the table again. */
const RESAVED = /^(\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}))(?: 0?0:00(?::00)?| 12:00(?::00)? AM)?$/iu;

/**
 * Asks whether the day or the month stands first, where a spreadsheet has written dates again and none of them tells.
 *
 * @param columns those that hold dates
 */
export function askForResaved(content: Content, columns: readonly string[]): Question[] {
  const days = resavedIn(content, columns);
  return orderOfDates(days) !== 'unknown' || days.every((day) => readDayFirst(day) === readMonthFirst(day))
    ? []
    : [{ id: 'day-or-month-first', choices: [{ value: 'day-first' }, { value: 'month-first' }] }];
}

/**
 * The table with dates as its source writes them, `2024-03-09`, where a spreadsheet has written them in its own way. A date
 * that nobody can tell stays as it stands. The content itself where there is none, which is nearly always.
 */
export function withDays(content: Content, columns: readonly string[], answers: ReadOptions['answers']): Content {
  const days = resavedIn(content, columns);
  if (content.sort !== 'table' || days.length === 0) {
    return content;
  }
  const { table } = content;
  const told = orderOfDates(days);
  const answer = answers['day-or-month-first'];
  const order = told !== 'unknown' ? told : answer === 'day-first' || answer === 'month-first' ? answer : undefined;
  const places = new Set(columns.map((column) => table.placeOf(column)));
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, place) => (places.has(place) ? (readAnyDate(resaved(cell) ?? '', order) ?? cell) : cell)),
  }));
  return { sort: 'table', table: new Table(table.header, rows, table.broken) };
}

/** Every such date once. */
function resavedIn(content: Content, columns: readonly string[]): string[] {
  if (content.sort !== 'table') {
    return [];
  }
  const { table } = content;
  const places = columns.map((column) => table.placeOf(column));
  const days = new Set<string>();
  for (const { cells } of table.rows) {
    for (const place of places) {
      const day = resaved(cells[place] ?? '');
      if (day !== undefined) {
        days.add(day);
      }
    }
  }
  return [...days];
}

function resaved(cell: string): string | undefined {
  return RESAVED.exec(cell.trim())?.[1];
}
