import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import type { Database } from './database.ts';
import { itemsById } from './find-items.ts';
import { rowsAfter } from './rows-after.ts';

/** Items are read in the same range as their ratings, and so many more: some are not rated. */
const ITEMS_A_RATING = 2;

export interface RatedStep {
  readonly rows: readonly { readonly item: Item; readonly rating: Rating }[];
  /** Where the next step goes on; `undefined` behind the last. */
  readonly last: ItemId | undefined;
}

/**
 * The live ratings with their items, a step of a walk in the order of keys: two requests for hundreds of records, where
 * a look-up of each item would be one request each. Inside a transaction.
 */
export async function ratedStep(database: Database, after: ItemId | undefined, limit: number): Promise<RatedStep> {
  const stored = await rowsAfter(database.ratings, after, limit);
  const first = stored[0]?.itemId;
  const last = stored.at(-1)?.itemId;
  if (first === undefined || last === undefined) {
    return { rows: [], last: undefined };
  }
  const inRange = await database.items
    .where(':id')
    .between(first, last, true, true)
    .limit(limit * ITEMS_A_RATING)
    .toArray();
  const items = new Map(inRange.filter(({ deletedAt }) => deletedAt === undefined).map((item) => [item.id, item]));
  const ratings = stored.filter(isLive);
  if (inRange.length === limit * ITEMS_A_RATING) {
    // Many that are not rated lie between: the rest by their keys.
    const missing = ratings.map(({ itemId }) => itemId).filter((id) => !items.has(id));
    for (const [id, item] of await itemsById(database, missing)) {
      items.set(id, item);
    }
  }
  return {
    rows: ratings.flatMap((rating) => {
      const item = items.get(rating.itemId);
      return item ? [{ item, rating }] : [];
    }),
    last,
  };
}
