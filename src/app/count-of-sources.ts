import { read } from '../store/read.ts';
import { tallyOf } from '../store/tally-of.ts';
import type { AppContext } from './context.ts';
import { listUnratedIds } from './list-unrated-ids.ts';

/** How many things there are of one source: those whose mark is its, and those that it knows and nobody marked. */
export interface SourceCount {
  readonly source: string;
  readonly rated: number;
  readonly unrated: number;
}

/** The counts of some sources, in their order. The first costs what the first list of things without a mark does. */
export async function countOfSources(
  context: AppContext,
  { sources }: { readonly sources: readonly string[] },
): Promise<readonly SourceCount[]> {
  const tally = await read(context.database, ['meta'], async () => tallyOf(context.database));
  const counts: SourceCount[] = [];
  for (const source of sources) {
    const { total } = await listUnratedIds(context, { source, sort: 'newest' });
    counts.push({ source, rated: tally.sources[source] ?? 0, unrated: total });
  }
  return counts;
}
