import type { ItemFacts } from '../domain/item.ts';
import type { SourceContent } from '../domain/source-record.ts';
import type { Remark } from '../transfer/entry.ts';
import type { ColumnMapping } from '../transfer/column-mapping.ts';
import { mappedTable } from '../transfer/mapped-table.ts';
import { Table } from '../transfer/table.ts';

/** What one row of a table would be. */
export interface SampleRow {
  /** Absent for a row that can't be used: `remarks` say why. */
  readonly facts?: ItemFacts;
  readonly content?: SourceContent;
  readonly remarks: readonly Remark[];
}

/** The first rows of a table, as they would be if its columns meant this. */
export function sampleRows(table: Table, mapping: ColumnMapping, count: number): SampleRow[] {
  const first = new Table(table.header, table.rows.slice(0, count));
  const rows: SampleRow[] = [];
  for (const { entries, remarks } of mappedTable(mapping).read(
    { sort: 'table', table: first },
    { path: '', answers: {} },
  )) {
    const [entry] = entries;
    rows.push({ ...(entry && { facts: entry.facts, ...(entry.content && { content: entry.content }) }), remarks });
  }
  return rows;
}
