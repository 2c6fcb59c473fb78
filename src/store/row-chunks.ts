import type { Database } from './database.ts';
import type { TableName } from './table-name.ts';

/** So many records are held at once. */
export const ROW_CHUNK = 2_000;

/** Hands over all rows of a table, some at a time: of the database, or of a file that is to become one. */
export type RowSource = (table: TableName, onRows: (rows: readonly object[]) => void) => Promise<void>;

/**
 * Goes through a table by ranges of its key, {@link ROW_CHUNK} rows at a time; inside a transaction, whose own function is `async`:
 * Dexie follows native promises through no other. The browser reads the next rows while these are handed over.
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
  let coming: PromiseLike<object[]> | undefined = table.orderBy(':id').limit(ROW_CHUNK).toArray();
  while (coming) {
    const rows: object[] = await coming;
    const last = rows.at(-1);
    coming =
      last && rows.length === ROW_CHUNK
        ? table
            .where(':id')
            .above((last as Record<string, string>)[path] ?? '')
            .limit(ROW_CHUNK)
            .toArray()
        : undefined;
    try {
      onRows(rows);
    } catch (thrown) {
      // What is on its way then fails with the transaction, and nobody waits for it.
      coming?.then(undefined, () => undefined);
      throw thrown;
    }
  }
}
