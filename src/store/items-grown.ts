import type { Stamp } from '../domain/clock.ts';
import type { ItemId } from '../domain/ids.ts';
import { isLiveIntention, type StoredIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import { isLive } from '../domain/rating.ts';
import type { Database } from './database.ts';
import { getMany } from './get-many.ts';
import { isStanding } from './is-standing.ts';
import type { Image } from './journal-entry.ts';
import type { Merge } from './rows.ts';

/** More items than these are found faster in one range: those that one change made have ids that lie together. */
const RANGE_FROM = 200;

/**
 * The items which an undo would take away, and which have since got what the change knows nothing of: a rating, a source
 * that speaks of them, an intention, another item joined to them or taken apart from them. They can't go without it.
 *
 * @param images - of the change
 * @param since - when it was made
 * @returns the ids of these items, each with when they got it
 */
export async function itemsGrownSince(
  database: Database,
  images: readonly Image[],
  since: Stamp,
): Promise<ReadonlyMap<string, readonly Stamp[]>> {
  // Those that it made, and those that it brought back: an undo of a deletion is a change, too.
  const going = images.filter(({ table, before }) => table === 'items' && !isThere(before as Item | undefined));
  const ids = going.map(({ key }) => key as ItemId);
  const known = new Set(images.map(({ table, key }) => `${table} ${key}`));
  const unrated = ids.filter((id) => !known.has(`ratings ${id}`));
  const ratings = await getMany(database.ratings, unrated);
  const grown = new Map<string, Stamp[]>();
  const goingIds = new Set(ids);
  const grow = (id: ItemId, at: Stamp): void => {
    if (goingIds.has(id)) {
      grown.set(id, [...(grown.get(id) ?? []), at]);
    }
  };
  for (const { itemId, updatedAt } of [...ratings.values()].filter(isLive)) {
    grow(itemId, updatedAt);
  }
  for (const table of ['sourceRecords', 'intentions'] as const) {
    for (const row of await ofItems(database, table, ids)) {
      const isMeant = table === 'sourceRecords' || isLiveIntention(row as unknown as StoredIntention);
      if (isMeant && !known.has(`${table} ${row.id}`)) {
        grow(row.itemId, row.updatedAt);
      }
    }
  }
  // One that is joined to another again keeps what had been joined to it by then: they go together.
  const joined = new Set<string>(
    images.flatMap(({ table, before }) => (table === 'merges' && isStanding(before) ? before.from : [])),
  );
  for (const merge of await byIndex<Merge>(database, 'merges', 'into', ids)) {
    const isOld = joined.has(merge.into) && merge.at < since;
    if (isStanding(merge) && !isOld && !known.has(`merges ${merge.id}`)) {
      grow(merge.into, merge.at);
    }
  }
  // Joined and taken apart since they are as they were, but what took them apart could never be undone without them.
  for (const side of ['from', 'into'] as const) {
    for (const { id, splitAt, [side]: itemId } of await byIndex<Merge>(database, 'merges', side, ids)) {
      if (splitAt !== undefined && splitAt > since && !known.has(`merges ${id}`)) {
        grow(itemId, splitAt);
      }
    }
  }
  return grown;
}

/** What is attached to these items, and perhaps to others whose ids lie between theirs. */
export function ofItems(
  database: Database,
  name: 'versions' | 'sourceRecords' | 'intentions',
  ids: readonly ItemId[],
): Promise<{ readonly id: string; readonly itemId: ItemId; readonly updatedAt: Stamp }[]> {
  return byIndex(database, name, 'itemId', ids);
}

async function byIndex<Row>(database: Database, name: string, index: string, ids: readonly ItemId[]): Promise<Row[]> {
  const sorted = [...ids].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const rows = database.table<Row, string>(name).where(index);
  return (sorted.length < RANGE_FROM ? rows.anyOf(sorted) : rows.between(first, last, true, true)).toArray();
}

function isThere(item: Item | undefined): boolean {
  return item !== undefined && item.deletedAt === undefined;
}
