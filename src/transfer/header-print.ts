import { foldColumn } from './fold-column.ts';
import type { Table } from './table.ts';

/** The key under which a mapping is remembered: the same for every table with these columns, in any order. */
export function headerPrint(table: Table): string {
  return table.header.map(foldColumn).sort().join(' | ');
}
