import type { Database } from './database.ts';
import { flush } from './flush.ts';
import { failureIn, ready } from './open.ts';
import type { TableName } from './table-name.ts';
import { tick } from './write.ts';
import type { Writer } from './writer.ts';

export interface NeedOptions {
  /** Every table the change reads or writes; the clock need not be named. */
  readonly tables: readonly TableName[];
  readonly nowMs: number;
  /** If anything is written, wait until it is on the disk. */
  readonly isDurable?: boolean;
}

/**
 * A change that may turn out to be none, as a message that came before is: then the clock stays, and with it whatever memory
 * holds. One transaction, all of it or nothing; no entry in the journal.
 *
 * @param change - awaits nothing but the database, and `begin` once it knows that it will write. What it throws undoes all.
 * @throws {AppError} `storage-full` or `storage-unavailable`; nothing was written then.
 */
export async function writeIfNeeded<T>(
  database: Database,
  { tables, nowMs, isDurable = false }: NeedOptions,
  change: (begin: () => Promise<Writer>) => Promise<T>,
): Promise<T> {
  if (!database.isOpen()) {
    await ready(database);
  }
  const begun: Writer[] = [];
  const begin = async (): Promise<Writer> => {
    const writer = await tick(database, nowMs);
    begun.push(writer);
    return writer;
  };
  try {
    const value = await database.transaction('rw', [...new Set([...tables, 'meta'] as const)], async () =>
      change(begin),
    );
    if (isDurable && begun.length > 0) {
      // The change is made. That a power cut may still lose it is no reason to say that it is not.
      await flush(database).catch((thrown: unknown) => console.warn('flush failed', thrown));
    }
    return value;
  } catch (thrown) {
    throw failureIn(database, thrown);
  }
}
