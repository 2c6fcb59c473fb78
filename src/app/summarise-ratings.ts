import type { ItemId } from '../domain/ids.ts';
import { isLiveSource, type SourceRecordId } from '../domain/source-record.ts';
import { RevisionCache } from '../store/cache.ts';
import type { Database } from '../store/database.ts';
import { ratedStep } from '../store/rated-step.ts';
import { read } from '../store/read.ts';
import { ratingsRevision } from '../store/revision.ts';
import { rowsAfter } from '../store/rows-after.ts';
import type { AppContext } from './context.ts';
import { type Summary, SummaryCounter } from './summary.ts';

/** Records a step: few enough that no step keeps a page from drawing its next frame. */
const STEP = 250;

const caches = new WeakMap<Database, RevisionCache<'summary', Summary>>();

/**
 * How the person rates, counted once after each change. A walk over all ratings and all that sources say, in steps:
 * between two of them the page is free, and whoever writes need not wait. Holds one step and the counts in memory.
 */
export async function summariseRatings({ database }: Pick<AppContext, 'database'>): Promise<Summary> {
  const cache = caches.get(database) ?? new RevisionCache<'summary', Summary>(1);
  caches.set(database, cache);
  const changedAt = await read(database, ['meta'], () => ratingsRevision(database));
  const known = cache.get(changedAt, 'summary');
  if (known) {
    return known;
  }
  const counter = new SummaryCounter();
  await addRatings(database, counter);
  await addSources(database, counter);
  const summary = counter.summary();
  // Whatever changed on the way may be half in it. It is then of a revision that is past: whoever watches counts again.
  cache.set(changedAt, 'summary', summary);
  return summary;
}

async function addRatings(database: Database, counter: SummaryCounter): Promise<void> {
  let after: ItemId | undefined;
  do {
    const from = after;
    const step = await read(database, ['ratings', 'items'], () => ratedStep(database, from, STEP));
    for (const { item, rating } of step.rows) {
      counter.addRating(item, rating);
    }
    after = step.last;
  } while (after !== undefined);
}

async function addSources(database: Database, counter: SummaryCounter): Promise<void> {
  let after: SourceRecordId | undefined;
  do {
    const from = after;
    const records = await read(database, ['sourceRecords'], () => rowsAfter(database.sourceRecords, from, STEP));
    for (const record of records.filter(isLiveSource)) {
      counter.addSource(record);
    }
    after = records.at(-1)?.id;
  } while (after !== undefined);
}
