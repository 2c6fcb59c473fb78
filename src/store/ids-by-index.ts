import { Dexie } from 'dexie';
import type { ItemId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import type { Database } from './database.ts';
import { allInSpan, rowsIn, spansAround, type TimeSpan } from './time-span.ts';
import { undatedAt } from './undated-at.ts';

export interface IndexedList {
  readonly by: 'ratedAt' | 'value';
  readonly isReverse: boolean;
  /** Only by `ratedAt`. */
  readonly kind: ItemKind | undefined;
  /** Only the first so many. */
  readonly limit: number | undefined;
  /** How many ratings of unknown date came at each moment. By `ratedAt` they come last, whichever way. */
  readonly undated: Readonly<Record<string, number>>;
}

/** The items of the person's ratings in order, from the index alone; inside a transaction. */
export async function idsByIndex(database: Database, list: IndexedList): Promise<ItemId[]> {
  return list.by === 'value' ? byValue(database, list) : byTime(database, list);
}

async function byValue(database: Database, { isReverse, limit }: IndexedList): Promise<ItemId[]> {
  if (limit !== undefined) {
    const rows = database.ratings.orderBy('value');
    return (isReverse ? rows.reverse() : rows).limit(limit).primaryKeys();
  }
  // Browsers hand out an index in lumps forwards, and key by key backwards.
  const ids = await allByValue(database);
  return isReverse ? ids.reverse() : ids;
}

/** Every live rating's item, by mark: what is deleted has none. */
export async function allByValue({ ratings }: Database): Promise<ItemId[]> {
  const ids: ItemId[] = [];
  for (const value of (await ratings.orderBy('value').uniqueKeys()) as number[]) {
    for (const id of await ratings.where('value').equals(value).primaryKeys()) {
      ids.push(id);
    }
  }
  return ids;
}

/** Between the moments at which some of unknown date came all are dated; at those moments, perhaps some. */
async function byTime(database: Database, { isReverse, kind, limit, undated }: IndexedList): Promise<ItemId[]> {
  const moments = Object.keys(undated).sort();
  const spans = spansAround(moments);
  const ids: ItemId[] = [];
  const take = async (span: TimeSpan): Promise<void> => {
    const left = limit === undefined ? undefined : limit - ids.length;
    for (const id of left === 0 ? [] : await idsIn(database, { ...span, kind }, isReverse, left)) {
      ids.push(id);
    }
  };
  const takeOf = async (moment: string, isUndated: boolean): Promise<void> => {
    const isOnly = await undatedAt(database, moment, undated[moment] ?? 0);
    if (isOnly === true) {
      await (isUndated ? take({ from: [moment], to: [moment, Dexie.maxKey] }) : undefined);
      return;
    }
    const all = await idsIn(database, { from: [moment], to: [moment, Dexie.maxKey], kind }, isReverse, undefined);
    for (const id of all) {
      if (isOnly.has(id) === isUndated && (limit === undefined || ids.length < limit)) {
        ids.push(id);
      }
    }
  };
  const order = spans.flatMap((span, place) => [span, moments[place]].filter((one) => one !== undefined));
  for (const one of isReverse ? order.reverse() : order) {
    if (limit === undefined || ids.length < limit) {
      await (typeof one === 'string' ? takeOf(one, false) : take(one));
    }
  }
  for (const moment of isReverse ? moments.reverse() : moments) {
    if (limit === undefined || ids.length < limit) {
      await takeOf(moment, true);
    }
  }
  return ids;
}

async function idsIn(
  database: Database,
  span: TimeSpan,
  isReverse: boolean,
  limit: number | undefined,
): Promise<ItemId[]> {
  if (limit === undefined) {
    const ids = await allInSpan(database, span);
    return isReverse ? ids.reverse() : ids;
  }
  const rows = rowsIn(database, span);
  return (isReverse ? rows.reverse() : rows).limit(limit).primaryKeys();
}
