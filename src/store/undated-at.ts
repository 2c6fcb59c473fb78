import { Dexie } from 'dexie';
import type { ItemId } from '../domain/ids.ts';
import { isLive } from '../domain/rating.ts';
import type { Database } from './database.ts';
import { rowsIn } from './time-span.ts';

/**
 * Which of the ratings that have this moment are those of unknown date that came then; inside a transaction.
 *
 * @param count - how many there are
 * @returns `true` for all of them, which is nearly always so: a moment is exact to the millisecond
 */
export async function undatedAt(
  database: Database,
  moment: string,
  count: number,
): Promise<true | ReadonlySet<ItemId>> {
  const rows = rowsIn(database, { from: [moment], to: [moment, Dexie.maxKey] });
  if ((await rows.count()) === count) {
    return true;
  }
  const ratings = await rows.toArray();
  return new Set(ratings.flatMap((rating) => (isLive(rating) && rating.isUndated ? [rating.itemId] : [])));
}
