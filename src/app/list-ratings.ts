import type { ItemId } from '../domain/ids.ts';
import type { Item, ItemKind } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { itemsById } from '../store/find-items.ts';
import { pageOfRatings } from '../store/page-of-ratings.ts';
import { read } from '../store/read.ts';
import { shelfOf } from '../store/shelf.ts';
import { tallyOf } from '../store/tally-of.ts';
import type { AppContext } from './context.ts';
import { browse, type RatingsQuery } from './browse.ts';

export type { RatingsQuery };

export interface RatingRow {
  readonly item: Item;
  readonly rating: Rating;
}

export interface RatingsList {
  readonly rows: RatingRow[];
  /** How many match, on all pages. */
  readonly total: number;
  /** What there is to filter by, over all ratings, most first. */
  readonly kinds: readonly { readonly kind: ItemKind; readonly count: number }[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  readonly sources: readonly { readonly source: string; readonly count: number }[];
}

/**
 * One page of the person's ratings. Everything, or one kind, by time or mark comes straight from an index however much
 * there is; a search or another filter goes through all ratings once for each change of the store.
 */
export function listRatings({ database }: AppContext, query: RatingsQuery): Promise<RatingsList> {
  return read(database, ['meta', 'ratings', 'items'], async () => {
    const tally = await tallyOf(database);
    const facets = {
      kinds: mostFirst(tally.kinds).map(([kind, count]) => ({ kind: kind as ItemKind, count })),
      tags: mostFirst(tally.tags).map(([tag, count]) => ({ tag, count })),
      sources: mostFirst(tally.sources).map(([source, count]) => ({ source, count })),
    };
    const [onlyKind, ...otherKinds] = query.kinds ?? [];
    const isPlain = !query.search?.trim() && query.tag === undefined && query.source === undefined;
    const isOneKind = onlyKind !== undefined && otherKinds.length === 0;
    const isByTime = query.sort === 'newest' || query.sort === 'oldest';
    if (isPlain && query.sort !== 'name' && (query.kinds === undefined || (isOneKind && isByTime))) {
      const total = onlyKind === undefined ? tally.total : (tally.kinds[onlyKind] ?? 0);
      const ids = await pageOfRatings(database, {
        by: isByTime ? 'ratedAt' : 'value',
        isReverse: query.sort === 'newest' || query.sort === 'highest',
        kind: onlyKind,
        offset: query.offset,
        limit: query.limit,
      });
      return { rows: await rowsOf({ database }, ids), total, ...facets };
    }
    const spines = browse(await shelfOf(database), query);
    const page = spines.slice(query.offset, query.offset + query.limit).map(({ itemId }) => itemId);
    return { rows: await rowsOf({ database }, page), total: spines.length, ...facets };
  });
}

async function rowsOf({ database }: Pick<AppContext, 'database'>, ids: readonly ItemId[]): Promise<RatingRow[]> {
  const ratings = await database.ratings.bulkGet([...ids]);
  const items = await itemsById(database, ids);
  return ratings.filter(isLive).flatMap((rating) => {
    const item = items.get(rating.itemId);
    return item ? [{ item, rating }] : [];
  });
}

function mostFirst(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(
    ([left, leftCount], [right, rightCount]) => rightCount - leftCount || left.localeCompare(right, 'en'),
  );
}
