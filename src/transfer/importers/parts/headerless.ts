import type { Content } from '../../importer.ts';
import { type Row, Table } from '../../table.ts';

type TableContent = Extract<Content, { sort: 'table' }>;

/** The first row of a table without a header, which stands where the header would. `undefined`: it is no table. */
export function firstRow(content: Content): readonly string[] | undefined {
  return content.sort === 'table' ? content.table.header : undefined;
}

/** A table that has no header with one: its own first row is a row like the others. */
export function withHeader({ table }: TableContent, header: readonly string[]): TableContent {
  const first: Row = { line: 1, cells: table.header };
  return { sort: 'table', table: new Table(header, [first, ...table.rows]) };
}
