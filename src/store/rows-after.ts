import type { Table } from 'dexie';

/** Up to `limit` records in the order of their keys, behind the one of `after`. One request; inside a transaction. */
export async function rowsAfter<Row, Key extends string>(
  table: Table<Row, Key>,
  after: Key | undefined,
  limit: number,
): Promise<Row[]> {
  const range = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
  return range.limit(limit).toArray();
}
