import { read } from '../store/read.ts';
import { ratingsRevision } from '../store/revision.ts';
import { ratedShelf, saidShelf } from '../store/shelves.ts';
import { ORDERS, type RatingsChoice } from './browse.ts';
import type { AppContext } from './context.ts';
import { mostFirst } from './most-first.ts';
import { saidSources, sourcesOfRating } from './said-sources.ts';

/** How many ratings a list narrowed to one source holds. */
export interface RatedSource {
  readonly source: string;
  readonly count: number;
}

/**
 * The sources that ratings can be narrowed to, most first: just what the list then shows. A thing that several sources
 * speak of counts for each. The first time costs what a list narrowed to one costs: a pass over ratings and one over
 * all that sources say, in steps between which the page draws.
 */
export async function countRatedSources(
  { database }: AppContext,
  { sort }: Pick<RatingsChoice, 'sort'>,
): Promise<readonly RatedSource[]> {
  await ratedShelf.prepare(database, ORDERS[sort].order);
  await saidShelf.prepare(database, 'key');
  return read(database, saidShelf.tables, async () => {
    const now = await ratingsRevision(database);
    const shelf = (await ratedShelf.current(database, now)) ?? (await ratedShelf.renew(database));
    const said = await saidSources(database);
    const counts = new Map<string, number>();
    for (const spine of shelf.spines) {
      for (const source of sourcesOfRating(spine, said)) {
        counts.set(source, (counts.get(source) ?? 0) + 1);
      }
    }
    return mostFirst(Object.fromEntries(counts)).map(([source, count]) => ({ source, count }));
  });
}
