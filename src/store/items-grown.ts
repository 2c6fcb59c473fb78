import type { ItemId } from '../domain/ids.ts';
import { isLiveIntention, type StoredIntention } from '../domain/intention.ts';
import { isLive } from '../domain/rating.ts';
import type { Database } from './database.ts';
import { getMany } from './get-many.ts';
import type { Image } from './journal-entry.ts';

/** More items than these are found faster in one range: those that one change made have ids that lie together. */
const RANGE_FROM = 200;

interface Attached {
  readonly id: string;
  readonly itemId: ItemId;
}

/**
 * The items which a change made, and which have since got what the change knows nothing of: a rating, a source that speaks of
 * them, an intention. They can't go without it.
 *
 * @param images - of the change
 */
export async function itemsGrownSince(database: Database, images: readonly Image[]): Promise<ReadonlySet<string>> {
  const made = images.filter(({ table, before }) => table === 'items' && before === undefined);
  const ids = made.map(({ key }) => key as ItemId);
  const known = new Set(images.map(({ table, key }) => `${table} ${key}`));
  const unrated = ids.filter((id) => !known.has(`ratings ${id}`));
  const ratings = await getMany(database.ratings, unrated);
  const grown = new Set<string>([...ratings.values()].filter(isLive).map(({ itemId }) => itemId));
  for (const table of ['sourceRecords', 'intentions'] as const) {
    for (const row of await ofItems(database, table, ids)) {
      const isThere = table === 'sourceRecords' || isLiveIntention(row as unknown as StoredIntention);
      if (isThere && !known.has(`${table} ${row.id}`)) {
        grown.add(row.itemId);
      }
    }
  }
  return grown;
}

/** What is attached to these items, and perhaps to others whose ids lie between theirs. */
export async function ofItems(
  database: Database,
  name: 'versions' | 'sourceRecords' | 'intentions',
  ids: readonly ItemId[],
): Promise<Attached[]> {
  const sorted = [...ids].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const byItem = database.table<Attached, string>(name).where('itemId');
  const rows = sorted.length < RANGE_FROM ? byItem.anyOf(sorted) : byItem.between(first, last, true, true);
  return rows.toArray();
}
