import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import type { Database } from '../store/database.ts';
import { itemsById } from '../store/find-items.ts';
import { read } from '../store/read.ts';
import { ratingsRevision } from '../store/revision.ts';
import type { AppContext } from './context.ts';

/** A rating and what it is of. */
export interface RatingRow {
  readonly item: Item;
  readonly rating: Rating;
}

/** The rows of these items, in their order, and the revision they were read at. What is not rated any more is left out. */
export function ratingRows(
  { database }: AppContext,
  { itemIds }: { readonly itemIds: readonly ItemId[] },
): Promise<{ readonly rows: RatingRow[]; readonly revision: string }> {
  return read(database, ['meta', 'ratings', 'items'], async () => ({
    rows: await rowsOf(database, itemIds),
    revision: await ratingsRevision(database),
  }));
}

/** The same inside a transaction over `ratings` and `items`. */
export async function rowsOf(database: Database, itemIds: readonly ItemId[]): Promise<RatingRow[]> {
  const ratings = await database.ratings.bulkGet([...itemIds]);
  const items = await itemsById(database, itemIds);
  return ratings.filter(isLive).flatMap((rating) => {
    const item = items.get(rating.itemId);
    return item ? [{ item, rating }] : [];
  });
}
