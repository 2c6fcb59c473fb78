import type { Rating } from '../domain/rating.ts';
import type { RatedItem } from '../policy/minimise.ts';
import type { Database } from '../store/database.ts';
import { itemsById } from '../store/find-items.ts';

/** Ratings with their items; inside a transaction. */
export async function withItems(database: Database, ratings: readonly Rating[]): Promise<RatedItem[]> {
  const items = await itemsById(
    database,
    ratings.map(({ itemId }) => itemId),
  );
  return ratings.flatMap((rating) => {
    const item = items.get(rating.itemId);
    return item ? [{ item, rating }] : [];
  });
}
