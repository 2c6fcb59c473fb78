import type { Table } from 'dexie';
import type { Database } from './database.ts';
import type { RowSource } from './row-chunks.ts';
import type { TableName } from './table-name.ts';

type RowAt<Name extends TableName> = Database[Name] extends Table<infer Row, infer _Key> ? Row : never;

/** Hands over every row of a table, one by one. */
export async function eachRow<Name extends TableName>(
  rows: RowSource,
  table: Name,
  onRow: (row: RowAt<Name>) => void,
): Promise<void> {
  await rows(table, (chunk) => {
    for (const row of chunk) {
      onRow(row as RowAt<Name>);
    }
  });
}
