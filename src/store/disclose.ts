import type { Database } from './database.ts';
import { failureIn, ready } from './open.ts';
import type { TableName } from './table-name.ts';

/**
 * Runs a vendor's read in the one transaction that also writes it down, so that nothing is ever read without a record:
 * what it returns is kept only once the record is. The store's revision stays, since the person's data does.
 *
 * @param reading - awaits nothing but the database
 * @throws {AppError} `storage-full` or `storage-unavailable`; the vendor gets nothing then.
 */
export async function disclose<T>(
  database: Database,
  tables: readonly TableName[],
  reading: () => Promise<T>,
): Promise<T> {
  if (!database.isOpen()) {
    await ready(database);
  }
  try {
    return await database.transaction('rw', [...new Set([...tables, 'meta', 'disclosures'] as const)], reading);
  } catch (thrown) {
    throw failureIn(database, thrown);
  }
}
