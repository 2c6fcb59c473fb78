import type { ItemId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { getMany } from './get-many.ts';
import type { Image } from './journal-entry.ts';

/** More than these are read anew sooner than looked up one by one. */
const MOST = 2_000;

/** Records of an item that have keys of their own. */
export type BelongingTable = 'sourceRecords' | 'intentions' | 'versions';

/**
 * The items whose record or rating was written after one revision of the ratings, up to and with another; inside a
 * transaction over `journal`. Every change of ratings and items has an entry there.
 *
 * @param belongings - tables whose records count as well, as those of their item; in the transaction, too
 * @returns `undefined` when the journal does not reach back that far, or it was too much
 */
export async function touchedSince(
  database: Database,
  from: string,
  to: string,
  belongings: readonly BelongingTable[] = [],
): Promise<ReadonlySet<ItemId> | undefined> {
  const { journal } = database;
  // The oldest entries are dropped first: while one as old as the revision stands, none after it is gone.
  const older = await journal.where('stamp').belowOrEqual(from).limit(1).primaryKeys();
  const latest = await journal.where('stamp').equals(to).count();
  if (older.length === 0 || latest === 0) {
    return undefined;
  }
  const touched = new Set<ItemId>();
  const counts = await journal.where('stamp').between(from, to, false, true).count();
  if (counts > MOST) {
    return undefined;
  }
  const entries = await journal.where('stamp').between(from, to, false, true).toArray();
  for (const { images, chunks } of entries) {
    if (chunks !== undefined || images.length > MOST * 5) {
      return undefined;
    }
    for (const { table, key } of images) {
      if (table === 'ratings' || table === 'items') {
        touched.add(key as ItemId);
      }
    }
  }
  const images = entries.flatMap((entry) => entry.images);
  for (const table of belongings) {
    for (const itemId of await homesOf(database, table, images)) {
      touched.add(itemId);
    }
  }
  return touched.size > MOST ? undefined : touched;
}

/** The items that records belonged to before these changes, and belong to now. */
async function homesOf(database: Database, name: BelongingTable, images: readonly Image[]): Promise<ItemId[]> {
  const changed = images.filter(({ table }) => table === name);
  const now = await getMany(
    database.table<object, string>(name),
    changed.map(({ key }) => key),
  );
  const records = [...changed.map(({ before }) => before), ...now.values()];
  return records.flatMap((record) => (record as { readonly itemId?: ItemId } | undefined)?.itemId ?? []);
}
