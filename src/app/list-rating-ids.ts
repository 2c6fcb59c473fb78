import type { ItemId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import type { Database } from '../store/database.ts';
import { idsByIndex, type IndexedList } from '../store/ids-by-index.ts';
import { read } from '../store/read.ts';
import { NEVER_WRITTEN } from '../store/revision.ts';
import { ratedShelf, saidShelf } from '../store/shelves.ts';
import type { TableName } from '../store/table-name.ts';
import { tallyOf } from '../store/tally-of.ts';
import { browse, ORDERS, type RatingsChoice } from './browse.ts';
import type { AppContext } from './context.ts';
import { mostFirst } from './most-first.ts';
import { saidSources } from './said-sources.ts';

export type { RatingsChoice };

/** What there is to filter by, over all ratings, most first. */
export interface RatingFacets {
  readonly kinds: readonly { readonly kind: ItemKind; readonly count: number }[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** Without a count where only `countRatedSources` knows how many there are. */
  readonly sources: readonly { readonly source: string; readonly count?: number }[];
}

export interface RatingIds extends RatingFacets {
  /** In order; only the first ones when a limit was asked for. */
  readonly ids: readonly ItemId[];
  /** How many match. */
  readonly total: number;
  /** Changes with every change of a rating or an item: what was read of them at one holds as long as it stays. */
  readonly revision: string;
}

/**
 * The items that a list of ratings is of, all of them, in order; their records are for `ratingRows`. Everything, or one
 * kind, by time or mark comes from an index; the rest from what is kept in memory of each rating, which is read once
 * and then follows the changes.
 *
 * @param limit - of a list that an index gives, only the first so many: they cost the same however many there are
 */
export async function listRatingIds(
  { database }: AppContext,
  { limit, ...choice }: RatingsChoice & { readonly limit?: number },
): Promise<RatingIds> {
  await prepareFor(database, choice);
  return read(database, tablesFor(choice), async () => ratingIds(database, choice, limit));
}

/** The same inside a transaction over {@link tablesFor} the choice. */
export async function ratingIds(
  database: Database,
  choice: RatingsChoice,
  limit: number | undefined,
): Promise<RatingIds> {
  const tally = await tallyOf(database);
  const revision = 'changedAt' in tally ? tally.changedAt : NEVER_WRITTEN;
  const facets = {
    revision,
    kinds: mostFirst(tally.kinds).map(([kind, count]) => ({ kind: kind as ItemKind, count })),
    tags: mostFirst(tally.tags).map(([tag, count]) => ({ tag, count })),
    // Where marks are from: others may speak of the same things.
    sources: mostFirst(tally.sources).map(([source]) => ({ source })),
  };
  const index = indexFor(choice);
  const shelf = await ratedShelf.current(database, revision);
  // Whose date nobody knows is told by the counts alone. Where they don't yet, memory tells.
  const { undated } = tally;
  if (index && undated && !shelf?.isIn(ORDERS[choice.sort].order)) {
    const total = index.kind === undefined ? tally.total : (tally.kinds[index.kind] ?? 0);
    return { ids: await idsByIndex(database, { ...index, undated, limit }), total, ...facets };
  }
  const said = choice.source === undefined ? undefined : await saidSources(database);
  const ids = browse(shelf ?? (await ratedShelf.renew(database)), choice, said);
  return { ids, total: ids.length, ...facets };
}

/** Takes into memory what this list is made of, where no index gives it; not inside a transaction. */
export async function prepareFor(database: Database, choice: RatingsChoice): Promise<void> {
  if (indexFor(choice) === undefined) {
    await ratedShelf.prepare(database, ORDERS[choice.sort].order);
  }
  if (choice.source !== undefined) {
    await saidShelf.prepare(database, 'key');
  }
}

/** What a transaction needs in which the list is made: few wait for imports. */
export function tablesFor({ source }: RatingsChoice): readonly TableName[] {
  return source === undefined ? ratedShelf.tables : saidShelf.tables;
}

/** The index that has just this list, if there is one. */
function indexFor({
  search,
  kinds,
  tag,
  source,
  stars,
  years,
  sort,
}: RatingsChoice): Omit<IndexedList, 'limit' | 'undated'> | undefined {
  const { order, isReverse } = ORDERS[sort];
  const isPlain = !search?.trim() && [tag, source, stars, years].every((filter) => filter === undefined);
  const [kind, ...otherKinds] = kinds ?? [];
  const isOneKind = kind !== undefined && otherKinds.length === 0;
  if (!isPlain || order === 'name' || (kinds && !(isOneKind && order === 'time'))) {
    return undefined;
  }
  return { by: order === 'time' ? 'ratedAt' : 'value', isReverse, kind };
}
