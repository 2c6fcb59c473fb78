import { Dexie } from 'dexie';
import type { Database } from './database.ts';
import { failureIn, ready } from './open.ts';
import type { TableName } from './table-name.ts';

/**
 * Runs `query` in one transaction, so that what it sees is of one moment.
 *
 * @param query - awaits nothing but the database
 * @throws {AppError} `storage-unavailable`
 */
export async function read<T>(database: Database, tables: readonly TableName[], query: () => Promise<T>): Promise<T> {
  if (!database.isOpen()) {
    // Wrapped, so that Dexie knows after this wait whose watch it reads for: the browser's own promises make it forget.
    // Only real browsers take long enough to open to show it: the popup would not see that a site was connected.
    await Dexie.Promise.resolve(ready(database));
  }
  try {
    // Dexie keeps apart what runs at the same time only for a function that is itself async: a write beside this read
    // would otherwise find its own transaction over.
    return await database.transaction('r', [...tables], async () => query());
  } catch (thrown) {
    throw failureIn(database, thrown);
  }
}
