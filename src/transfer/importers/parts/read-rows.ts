import type { Outcome } from '../../entry.ts';
import type { Content } from '../../importer.ts';
import { RowReader } from '../../row-reader.ts';

/** The text of a field by its column, without blanks at the ends; empty where there is none. */
export type Cell = (column: string) => string;

/**
 * Reads a table row by row. In a row with more cells than columns nobody knows what stands where: it is skipped. One with
 * fewer is read, since they are missing at its end; that it is broken the table itself says.
 */
export function* readRows(content: Content, read: (reader: RowReader, cell: Cell) => Outcome): Iterable<Outcome> {
  if (content.sort !== 'table') {
    return;
  }
  const { table } = content;
  for (const row of table.rows) {
    const reader = new RowReader(row.line);
    yield row.cells.slice(table.header.length).some((cell) => cell.trim() !== '')
      ? reader.skip('broken-row')
      : read(reader, (column) => table.cell(row, column));
  }
}
