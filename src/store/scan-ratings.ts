import type { Collection } from 'dexie';
import type { ItemId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import type { Moment } from '../domain/moment.ts';
import type { Rating, StoredRating } from '../domain/rating.ts';
import type { Database } from './database.ts';

/** Which ratings: live ones only, since tombstones are in no index. */
export interface RatingRange {
  /** Absent means every kind, an empty list none. */
  readonly kinds?: readonly ItemKind[];
  /** Bounds among moments as text; the second is outside. */
  readonly since: string;
  readonly until: string;
}

/** Where a scan stopped: the rating it ended with. */
export interface RatingPlace {
  readonly ratedAt: Moment;
  readonly itemId: ItemId;
}

/** More kinds than this are picked out of all ratings rather than read one by one. */
const SEPARATE_KINDS = 4;

/**
 * The next ratings of a range, newest first; those of one moment by their items' ids, latest first. Inside a transaction.
 *
 * @param after - goes on behind it
 * @returns `scanned`: as many as were looked at, at most `limit`, in order; those of other kinds are not in `ratings`.
 *   `last` is where to go on, `undefined` at the end.
 */
export async function scanRatings(
  database: Database,
  { kinds, since, until }: RatingRange,
  { after, limit }: { readonly after?: RatingPlace | undefined; readonly limit: number },
): Promise<{ ratings: Rating[]; last: RatingPlace | undefined }> {
  const isSeparate = kinds !== undefined && kinds.length <= SEPARATE_KINDS;
  const found = isSeparate
    ? (await Promise.all(kinds.map((kind) => page(ofKind(database, kind, { since, until, after }), limit)))).flat()
    : await page(ofAll(database, { since, until, after }), limit);
  const scanned = (isSeparate ? found.sort(newestFirst) : found).slice(0, limit);
  const last = scanned.length < limit ? undefined : scanned.at(-1);
  return {
    ratings: isSeparate || kinds === undefined ? scanned : scanned.filter(({ kind }) => kinds.includes(kind)),
    last: last && { ratedAt: last.ratedAt, itemId: last.itemId },
  };
}

/** How many there are, from the index alone. */
export async function countRatings(database: Database, { kinds, since, until }: RatingRange): Promise<number> {
  const ranges =
    kinds === undefined
      ? [ofAll(database, { since, until, after: undefined })]
      : kinds.map((kind) => ofKind(database, kind, { since, until, after: undefined }));
  const counts = await Promise.all(ranges.map((range) => range.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

type Rows = Collection<StoredRating, ItemId>;

interface Span {
  readonly since: string;
  readonly until: string;
  readonly after: RatingPlace | undefined;
}

function ofKind({ ratings }: Database, kind: ItemKind, { since, until, after }: Span): Rows {
  const end = after && after.ratedAt < until ? [kind, after.ratedAt, after.itemId] : [kind, until];
  return ratings.where('[kind+ratedAt+itemId]').between([kind, since], end, true, false);
}

function ofAll({ ratings }: Database, { since, until, after }: Span): Rows {
  const end = after && after.ratedAt < until ? [after.ratedAt, after.itemId] : [until];
  return ratings.where('[ratedAt+itemId]').between([since], end, true, false);
}

async function page(rows: Rows, limit: number): Promise<Rating[]> {
  // Only live ratings have a moment and a kind to be indexed by.
  return (await rows.reverse().limit(limit).toArray()) as Rating[];
}

function newestFirst(left: Rating, right: Rating): number {
  return order(right.ratedAt, left.ratedAt) || order(right.itemId, left.itemId);
}

function order(left: string, right: string): number {
  return Number(left > right) - Number(left < right);
}
