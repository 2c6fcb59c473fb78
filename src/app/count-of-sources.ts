import { read } from '../store/read.ts';
import { tallyOf } from '../store/tally-of.ts';
import type { AppContext } from './context.ts';
import { countRatedSources } from './count-rated-sources.ts';
import { listUnratedIds } from './list-unrated-ids.ts';

/** What there is of one source, in the lists narrowed to it. */
export interface SourceCount {
  readonly source: string;
  readonly isAnyRated: boolean;
  /** How many have no mark. */
  readonly unrated: number;
}

/**
 * The counts of some sources, in their order. The first costs what the first list of things without a mark does; a source
 * of which no mark is kept, that those of other sources may stand in place of, what the list of its ratings does.
 */
export async function countOfSources(
  context: AppContext,
  { sources }: { readonly sources: readonly string[] },
): Promise<readonly SourceCount[]> {
  const tally = await read(context.database, ['meta'], async () => tallyOf(context.database));
  const hasMarks = (source: string): boolean => (tally.sources[source] ?? 0) > 0;
  const isSure = sources.every(hasMarks);
  const rated = isSure ? [] : await countRatedSources(context, { sort: 'newest' });
  const counts: SourceCount[] = [];
  for (const source of sources) {
    const { total } = await listUnratedIds(context, { source, sort: 'newest' });
    const isAnyRated = hasMarks(source) || rated.some((one) => one.source === source);
    counts.push({ source, isAnyRated, unrated: total });
  }
  return counts;
}
