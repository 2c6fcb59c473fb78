import type { ItemKind } from '../domain/item.ts';
import { TRACES, type TraceKind } from '../domain/trace.ts';
import type { Database } from '../store/database.ts';
import { read } from '../store/read.ts';
import { ratingsRevision } from '../store/revision.ts';
import type { Shelf } from '../store/shelf.ts';
import type { UnratedOrder } from '../store/shelf-order.ts';
import { unratedShelf } from '../store/shelves.ts';
import type { UnratedSpine } from '../store/unrated-spine.ts';
import { browseUnrated, UNRATED_ORDERS, type UnratedChoice } from './browse-unrated.ts';
import type { AppContext } from './context.ts';
import type { RatingFacets, RatingIds } from './list-rating-ids.ts';
import { mostFirst } from './most-first.ts';

export type { UnratedChoice };

/** What there is to filter by, over all things without a mark. */
export interface UnratedFacets extends RatingFacets {
  /** In the order of {@link TRACES}. */
  readonly traces: readonly { readonly trace: TraceKind; readonly count: number }[];
}

export type UnratedIds = RatingIds & UnratedFacets;

/**
 * The things that are the person's without a mark: seen, wanted, owned, liked, reviewed, or only known to a source.
 *
 * No index has them, since what they lack is a record: all lists of them come from what is kept in memory of each. The
 * first costs one pass over items, ratings and what sources say, in steps between which the page draws; it grows with
 * the number of things. Each list after that is a pass over memory, and each change costs what it touched.
 */
export async function listUnratedIds({ database }: AppContext, choice: UnratedChoice): Promise<UnratedIds> {
  await unratedShelf.prepare(database, UNRATED_ORDERS[choice.sort]);
  return read(database, unratedShelf.tables, async () => {
    const shelf = await shelfNow(database);
    const ids = browseUnrated(shelf, choice);
    return { ids, total: ids.length, revision: shelf.revision, ...facetsOf(shelf) };
  });
}

/** How many there are in all, now that they are in memory or soon will be. */
export async function countUnrated({ database }: AppContext): Promise<number> {
  await unratedShelf.prepare(database, 'time');
  return read(database, unratedShelf.tables, async () => (await shelfNow(database)).size);
}

async function shelfNow(database: Database): Promise<Shelf<UnratedSpine, UnratedOrder>> {
  const shelf = await unratedShelf.current(database, await ratingsRevision(database));
  return shelf ?? unratedShelf.renew(database);
}

const known = new WeakMap<Shelf<UnratedSpine, UnratedOrder>, UnratedFacets>();

/** Counted once for each state of the shelf, not at each letter of a search. */
function facetsOf(shelf: Shelf<UnratedSpine, UnratedOrder>): UnratedFacets {
  const facets = known.get(shelf) ?? countFacets(shelf.inOrder('time'));
  known.set(shelf, facets);
  return facets;
}

function countFacets(spines: readonly UnratedSpine[]): UnratedFacets {
  const kinds = new Map<string, number>();
  const tags = new Map<string, number>();
  const sources = new Map<string, number>();
  const traces = new Map<string, number>();
  for (const spine of spines) {
    countIn(kinds, [spine.kind]);
    countIn(tags, spine.tags);
    countIn(sources, spine.sources);
    countIn(traces, spine.traces);
  }
  return {
    kinds: mostFirst(Object.fromEntries(kinds)).map(([kind, count]) => ({ kind: kind as ItemKind, count })),
    tags: mostFirst(Object.fromEntries(tags)).map(([tag, count]) => ({ tag, count })),
    sources: mostFirst(Object.fromEntries(sources)).map(([source, count]) => ({ source, count })),
    traces: TRACES.flatMap((trace) => {
      const count = traces.get(trace);
      return count === undefined ? [] : [{ trace, count }];
    }),
  };
}

function countIn(counts: Map<string, number>, names: readonly string[]): void {
  for (const name of names) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}
