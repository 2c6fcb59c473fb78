import type { Database } from './database.ts';
import type { TableName } from './table-name.ts';

/** So many records are held at once. */
export const ROW_CHUNK = 2_000;

/** Hands over all rows of a table, some at a time: of the database, or of a file that is to become one. */
export type RowSource = (table: TableName, onRows: (rows: readonly object[]) => void) => Promise<void>;

/**
 * Goes through a table by ranges of its key, {@link ROW_CHUNK} rows at a time; inside a transaction, whose own function is `async`:
 * Dexie follows native promises through no other.
 *
 * @param onRows - waits for nothing: the transaction would not wait for it
 */
export async function rowChunks(
  database: Database,
  name: TableName,
  onRows: (rows: readonly object[]) => void,
): Promise<void> {
  const table = database.table<object, string>(name);
  const path = table.schema.primKey.keyPath as string;
  let after: string | undefined;
  for (;;) {
    const range = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
    const rows = await range.limit(ROW_CHUNK).toArray();
    onRows(rows);
    const last = rows.at(-1);
    if (!last || rows.length < ROW_CHUNK) {
      return;
    }
    after = (last as Record<string, string>)[path] ?? '';
  }
}
