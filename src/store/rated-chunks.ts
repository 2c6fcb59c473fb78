import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import type { Database } from './database.ts';
import { itemsById } from './find-items.ts';

/** So many records are held at once. */
const CHUNK = 2_000;

/** Every live rating with its item, in chunks, in the order of their keys; inside a transaction. */
export async function* ratedItems(database: Database): AsyncGenerator<{ item: Item; rating: Rating }[]> {
  let after: ItemId | undefined;
  for (;;) {
    const range = after === undefined ? database.ratings.orderBy(':id') : database.ratings.where(':id').above(after);
    const stored = await range.limit(CHUNK).toArray();
    const last = stored.at(-1);
    if (!last) {
      return;
    }
    const ratings = stored.filter(isLive);
    const items = await itemsById(
      database,
      ratings.map(({ itemId }) => itemId),
    );
    yield ratings.flatMap((rating) => {
      const item = items.get(rating.itemId);
      return item ? [{ item, rating }] : [];
    });
    after = last.itemId;
  }
}
