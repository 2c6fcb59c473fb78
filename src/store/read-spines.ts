import type { ItemId } from '../domain/ids.ts';
import { isLive } from '../domain/rating.ts';
import type { Database } from './database.ts';
import { itemsById } from './find-items.ts';
import { type Spine, spineOf } from './spine.ts';

/** So many records come at once: few enough that taking them in leaves room for a frame. */
const CHUNK = 1_000;

/**
 * Every live rating's spine, in the order of their keys: both tables in ranges, merged by key, which asks the browser
 * for a range where a look-up asks for each record. Outside a transaction each range is of its own moment.
 */
export async function readSpines(database: Database): Promise<Spine[]> {
  const spines: Spine[] = [];
  let after: ItemId | undefined;
  for (;;) {
    const range = after === undefined ? database.ratings.orderBy(':id') : database.ratings.where(':id').above(after);
    const stored = await range.limit(CHUNK).toArray();
    const [first, last] = [stored[0], stored.at(-1)];
    if (!first || !last) {
      return spines;
    }
    const items = await database.items.where(':id').between(first.itemId, last.itemId, true, true).toArray();
    let at = 0;
    for (const rating of stored) {
      while (at < items.length && (items[at]?.id ?? '') < rating.itemId) {
        at += 1;
      }
      const item = items[at];
      if (isLive(rating) && item?.id === rating.itemId && item.deletedAt === undefined) {
        spines.push(spineOf({ item, rating }));
      }
    }
    after = last.itemId;
  }
}

/** The spines of these items, where they are rated; inside a transaction. */
export async function spinesOf(database: Database, ids: readonly ItemId[]): Promise<Spine[]> {
  const ratings = await database.ratings.bulkGet([...ids]);
  const items = await itemsById(database, ids);
  return ratings.filter(isLive).flatMap((rating) => {
    const item = items.get(rating.itemId);
    return item ? [spineOf({ item, rating })] : [];
  });
}
