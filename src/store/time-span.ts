import { type Collection, Dexie } from 'dexie';
import type { ItemId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import { isLive, type StoredRating } from '../domain/rating.ts';
import type { Database } from './database.ts';

/** So many keys come at once: few enough that taking them in leaves room for a frame. */
const CHUNK = 5_000;

/** Ratings that follow one another in the index by time: what stands between two places of it. */
export interface TimeSpan {
  /** `[ratedAt]` or `[ratedAt, itemId]`; empty for the beginning. Not itself part of the span. */
  readonly from: readonly unknown[];
  /** Empty for the end. */
  readonly to: readonly unknown[];
  /** Of all kinds when absent. */
  readonly kind?: ItemKind | undefined;
}

/** The spans before, between and after these moments. */
export function spansAround(moments: readonly string[]): TimeSpan[] {
  const ends = [...moments.map((moment) => [moment]), []];
  return ends.map((to, place) => ({ from: place === 0 ? [] : [moments[place - 1], Dexie.maxKey], to }));
}

export function rowsIn({ ratings }: Database, { from, to, kind }: TimeSpan): Collection<StoredRating, ItemId> {
  const before = kind === undefined ? [] : [kind];
  const [index, least, most] = [
    kind === undefined ? '[ratedAt+itemId]' : '[kind+ratedAt+itemId]',
    [...before, ...(from.length === 0 ? [Dexie.minKey] : from)],
    [...before, ...(to.length === 0 ? [Dexie.maxKey] : to)],
  ];
  return ratings.where(index).between(least, most, false, true);
}

/** The items of a span in order, however many. */
export async function allInSpan(database: Database, span: TimeSpan): Promise<ItemId[]> {
  const ids: ItemId[] = [];
  for (let from = span.from; ; ) {
    const lump = await rowsIn(database, { ...span, from })
      .limit(CHUNK)
      .primaryKeys();
    for (const id of lump) {
      ids.push(id);
    }
    const last = lump.at(-1);
    const rating = lump.length === CHUNK && last !== undefined ? await database.ratings.get(last) : undefined;
    if (!isLive(rating)) {
      return ids;
    }
    from = [rating.ratedAt, rating.itemId];
  }
}
