import type { Outcome } from '../../entry.ts';
import { RowReader } from '../../row-reader.ts';
import type { Row, Table } from '../../table.ts';

/** Gives the text of a column in the row being read; empty where there is none. */
export type Cells = (column: string) => string;

/**
 * Reads every row of a table that has as many cells as its header. In one that has not, a comma stood outside of
 * quotation marks or the file ends early: nobody knows any more which cell is which.
 */
export function* rowsOf(table: Table, read: (reader: RowReader, cells: Cells) => Outcome): Iterable<Outcome> {
  for (const row of table.rows) {
    const reader = new RowReader(row.line);
    yield isBroken(table, row) ? reader.skip('broken-row') : read(reader, (column) => table.cell(row, column));
  }
}

/** Blank cells behind the last column are what spreadsheets leave. */
function isBroken({ header }: Table, { cells }: Row): boolean {
  return cells.length < header.length || cells.slice(header.length).some((cell) => cell.trim() !== '');
}
