import type { Identifier } from '../domain/identifier.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { RevisionCache } from './cache.ts';
import type { Database } from './database.ts';
import { itemsById } from './find-items.ts';
import { getMany } from './get-many.ts';

export interface Rated {
  readonly item: Item;
  readonly rating: Rating;
}

/** Identifiers kept in memory with what they name: a few pages of a few shops. */
const IDENTIFIERS = 5_000;

/** `undefined` as a value: known to name nothing that is rated. */
const caches = new WeakMap<Database, RevisionCache<Identifier, Rated | undefined>>();

/**
 * What these identifiers name, if all of it is in memory as it was at one revision.
 *
 * @returns the revision to hold it against, and each rating once, in the order of the identifiers
 */
export function knownRated(
  database: Database,
  identifiers: readonly Identifier[],
): { revision: string; rated: Rated[] } | undefined {
  const cache = cacheOf(database);
  const { revision } = cache;
  if (revision === undefined || !identifiers.every((identifier) => cache.has(revision, identifier))) {
    return undefined;
  }
  return { revision, rated: distinct(identifiers.map((identifier) => cache.get(revision, identifier))) };
}

/** Reads it, by primary keys only; inside a transaction in which `revision` was read. */
export async function readRated(
  database: Database,
  identifiers: readonly Identifier[],
  revision: string,
): Promise<Rated[]> {
  const named = await getMany(database.identifiers, identifiers);
  const ids = [...named.values()].map(({ itemId }) => itemId);
  // Beside each other: a background that has just woken up waits for every round.
  const [items, ratings] = await Promise.all([itemsById(database, ids), getMany(database.ratings, ids)]);
  const found = identifiers.map((identifier) => {
    const id = named.get(identifier)?.itemId;
    const item = id && items.get(id);
    const rating = id && ratings.get(id);
    return item && isLive(rating) ? { item, rating } : undefined;
  });
  const cache = cacheOf(database);
  for (const [index, identifier] of identifiers.entries()) {
    cache.set(revision, identifier, found[index]);
  }
  return distinct(found);
}

function distinct(found: readonly (Rated | undefined)[]): Rated[] {
  const byItem = new Map(found.flatMap((rated) => (rated ? [[rated.item.id, rated] as const] : [])));
  return [...byItem.values()];
}

function cacheOf(database: Database): RevisionCache<Identifier, Rated | undefined> {
  const cache = caches.get(database) ?? new RevisionCache<Identifier, Rated | undefined>(IDENTIFIERS);
  caches.set(database, cache);
  return cache;
}
