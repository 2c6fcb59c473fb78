import type { ItemId } from '../domain/ids.ts';
import { normalName } from '../policy/normal-name.ts';
import { RevisionCache } from '../store/cache.ts';
import type { Database } from '../store/database.ts';
import { ratedStep } from '../store/rated-step.ts';
import { read } from '../store/read.ts';
import { ratingsRevision } from '../store/revision.ts';
import type { AppContext } from './context.ts';

/** What the person thinks of what one maker makes. */
export interface RatedMaker {
  readonly count: number;
  /** 1 to 100. */
  readonly mean: number;
}

/** Records a step: few enough that no step keeps a page from drawing its next frame. */
const STEP = 250;

const caches = new WeakMap<Database, RevisionCache<'makers', ReadonlyMap<string, RatedMaker>>>();

/**
 * The person's marks by brand, or by who made it where there is no brand; by `normalName`. Counted once after each change, in
 * steps between which the page is free.
 */
export async function ratedMakers({ database }: AppContext): Promise<ReadonlyMap<string, RatedMaker>> {
  const cache = caches.get(database) ?? new RevisionCache<'makers', ReadonlyMap<string, RatedMaker>>(1);
  caches.set(database, cache);
  const changedAt = await read(database, ['meta'], () => ratingsRevision(database));
  const known = cache.get(changedAt, 'makers');
  if (known) {
    return known;
  }
  const sums = await sumsOf(database);
  const makers = new Map([...sums].map(([name, { count, sum }]) => [name, { count, mean: sum / count }]));
  cache.set(changedAt, 'makers', makers);
  return makers;
}

async function sumsOf(database: Database): Promise<Map<string, { count: number; sum: number }>> {
  const sums = new Map<string, { count: number; sum: number }>();
  let after: ItemId | undefined;
  do {
    const from = after;
    const step = await read(database, ['ratings', 'items'], () => ratedStep(database, from, STEP));
    for (const { item, rating } of step.rows) {
      const names = item.brand === undefined ? (item.creators ?? []) : [item.brand];
      for (const name of new Set(names.map(normalName))) {
        const sum = sums.get(name) ?? { count: 0, sum: 0 };
        sums.set(name, { count: sum.count + 1, sum: sum.sum + rating.value });
      }
    }
    after = step.last;
  } while (after !== undefined);
  return sums;
}
