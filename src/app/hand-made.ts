import type { ItemId } from '../domain/ids.ts';
import { isLive } from '../domain/rating.ts';
import type { Database } from '../store/database.ts';
import { getMany } from '../store/get-many.ts';

/** How many of these things have a mark that the person gave or changed here. Inside a transaction over `ratings`. */
export async function handMade(database: Database, items: ReadonlySet<ItemId>): Promise<number> {
  const ratings = await getMany(database.ratings, [...items]);
  return [...ratings.values()].filter(
    (rating) => isLive(rating) && (rating.source === 'person' || rating.editedAt !== undefined),
  ).length;
}
