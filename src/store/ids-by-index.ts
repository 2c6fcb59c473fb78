import { Dexie } from 'dexie';
import type { ItemId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import { isLive } from '../domain/rating.ts';
import type { Database } from './database.ts';

/** So many keys come at once: few enough that taking them in leaves room for a frame. */
const CHUNK = 5_000;

export interface IndexedList {
  readonly by: 'ratedAt' | 'value';
  readonly isReverse: boolean;
  /** Only by `ratedAt`. */
  readonly kind: ItemKind | undefined;
  /** Only the first so many. */
  readonly limit: number | undefined;
}

/** The items of the person's ratings in order, from the index alone; inside a transaction. */
export async function idsByIndex(database: Database, list: IndexedList): Promise<ItemId[]> {
  if (list.limit !== undefined) {
    return firstOf(database, list, list.limit);
  }
  // Browsers hand out an index in lumps forwards, and key by key backwards.
  const ids = list.by === 'value' ? await allByValue(database) : await allByTime(database, list.kind);
  return list.isReverse ? ids.reverse() : ids;
}

function firstOf(database: Database, { by, isReverse, kind }: IndexedList, limit: number): Promise<ItemId[]> {
  const rows = by === 'value' ? database.ratings.orderBy('value') : byTime(database, kind, []);
  return (isReverse ? rows.reverse() : rows).limit(limit).primaryKeys();
}

async function allByTime(database: Database, kind: ItemKind | undefined): Promise<ItemId[]> {
  const ids: ItemId[] = [];
  for (let after: readonly string[] = []; ; ) {
    const lump = await byTime(database, kind, after).limit(CHUNK).primaryKeys();
    for (const id of lump) {
      ids.push(id);
    }
    const last = lump.at(-1);
    const rating = lump.length === CHUNK && last !== undefined ? await database.ratings.get(last) : undefined;
    if (!isLive(rating)) {
      return ids;
    }
    after = [rating.ratedAt, rating.itemId];
  }
}

async function allByValue({ ratings }: Database): Promise<ItemId[]> {
  const ids: ItemId[] = [];
  for (const value of (await ratings.orderBy('value').uniqueKeys()) as number[]) {
    for (const id of await ratings.where('value').equals(value).primaryKeys()) {
      ids.push(id);
    }
  }
  return ids;
}

function byTime({ ratings }: Database, kind: ItemKind | undefined, after: readonly string[]) {
  return kind === undefined
    ? ratings.where('[ratedAt+itemId]').between(after.length === 0 ? Dexie.minKey : after, Dexie.maxKey, false, true)
    : ratings
        .where('[kind+ratedAt+itemId]')
        .between(after.length === 0 ? [kind, Dexie.minKey] : [kind, ...after], [kind, Dexie.maxKey], false, true);
}
