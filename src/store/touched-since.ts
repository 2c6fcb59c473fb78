import type { ItemId } from '../domain/ids.ts';
import type { Database } from './database.ts';

/** More than these are read anew sooner than looked up one by one. */
const MOST = 2_000;

/**
 * The items whose record or rating was written after one revision of the ratings, up to and with another; inside a
 * transaction over `journal`. Every change of ratings and items has an entry there.
 *
 * @returns `undefined` when the journal does not reach back that far, or it was too much
 */
export async function touchedSince(
  { journal }: Database,
  from: string,
  to: string,
): Promise<ReadonlySet<ItemId> | undefined> {
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
  return touched.size > MOST ? undefined : touched;
}
