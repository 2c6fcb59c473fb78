import type { Table } from 'dexie';
import type { ItemId } from '../domain/ids.ts';
import type { StoredIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type RatingVersion } from '../domain/rating.ts';
import { isLiveSource, type StoredSourceRecord } from '../domain/source-record.ts';
import type { Database } from './database.ts';
import { itemsById } from './find-items.ts';
import { lumps } from './lumps.ts';
import { type Belongings, type UnratedSpine, unratedSpineOf } from './unrated-spine.ts';

/**
 * The spines of all things that are the person's without a mark, in the order of their keys. Outside a transaction each
 * lump is of its own moment.
 *
 * One pass over the items, a lump at a time, each beside the ratings of the same range of keys; what sources say is read
 * only of ranges in which something is not rated. So it costs as many ranges as there are items, however much was said
 * of the rated ones, and holds the records of no more than a lump; only the spines stay.
 */
export async function readUnrated(database: Database): Promise<UnratedSpine[]> {
  const spines: UnratedSpine[] = [];
  for await (const items of lumps<Item, ItemId>(database.items, ({ id }) => id)) {
    for (const spine of await spinesIn(database, items)) {
      spines.push(spine);
    }
  }
  return spines;
}

/** The spines of these items, where they are not rated; inside a transaction. */
export async function unratedAmong(database: Database, ids: readonly ItemId[]): Promise<UnratedSpine[]> {
  const ratings = await database.ratings.bulkGet([...ids]);
  const rated = new Set(ratings.filter(isLive).map(({ itemId }) => itemId));
  const unrated = ids.filter((id) => !rated.has(id));
  const items = [...(await itemsById(database, unrated)).values()];
  return spinesOf(items, await belongingsOf(database, unrated));
}

/** What makes each of these items the person's; inside a transaction. */
export async function belongingsOf(
  { sourceRecords, intentions, versions }: Database,
  ids: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, Belongings>> {
  return sorted(
    await sourceRecords.where('itemId').anyOf(ids).toArray(),
    await intentions.where('itemId').anyOf(ids).toArray(),
    await versions.where('itemId').anyOf(ids).toArray(),
  );
}

/** @param items - neighbours by their keys */
async function spinesIn(database: Database, items: readonly Item[]): Promise<UnratedSpine[]> {
  const ratings = await between(database.ratings, ':id', items);
  const rated = new Set(ratings.filter(isLive).map(({ itemId }) => itemId));
  const unrated = items.filter(({ id, deletedAt }) => deletedAt === undefined && !rated.has(id));
  const [records, intentions, versions] = await Promise.all([
    between(database.sourceRecords, 'itemId', unrated),
    between(database.intentions, 'itemId', unrated),
    between(database.versions, 'itemId', unrated),
  ]);
  return spinesOf(unrated, sorted(records, intentions, versions));
}

/** What belongs to these items and to those between them. */
async function between<Row, Key>(table: Table<Row, Key>, index: string, items: readonly Item[]): Promise<Row[]> {
  const [first, last] = [items[0], items.at(-1)];
  return first && last ? table.where(index).between(first.id, last.id, true, true).toArray() : [];
}

function spinesOf(items: readonly Item[], belongings: ReadonlyMap<ItemId, Belongings>): UnratedSpine[] {
  return items.flatMap((item) => {
    const own = belongings.get(item.id);
    return (own && unratedSpineOf(item, own)) ?? [];
  });
}

function sorted(
  records: readonly StoredSourceRecord[],
  intentions: readonly StoredIntention[],
  versions: readonly RatingVersion[],
): Map<ItemId, Belongings> {
  const belongings = new Map<ItemId, { [Key in keyof Belongings]: Belongings[Key][number][] }>();
  const of = (id: ItemId) => {
    const own = belongings.get(id) ?? { records: [], intentions: [], versions: [] };
    belongings.set(id, own);
    return own;
  };
  for (const record of records.filter(isLiveSource)) {
    of(record.itemId).records.push(record);
  }
  for (const intention of intentions) {
    of(intention.itemId).intentions.push(intention);
  }
  for (const version of versions) {
    of(version.itemId).versions.push(version);
  }
  return belongings;
}
