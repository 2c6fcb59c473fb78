import { isLive, type StoredRating } from '../domain/rating.ts';
import type { Database } from './database.ts';
import { rowChunks } from './row-chunks.ts';
import { TallyCounter } from './tally.ts';

/** Counts the ratings of unknown date where that was not kept yet; inside a transaction over `ratings`. Once a store. */
export async function countUndated(database: Database): Promise<Readonly<Record<string, number>>> {
  const counter = new TallyCounter();
  await rowChunks(database, 'ratings', (rows) => {
    for (const rating of (rows as readonly StoredRating[]).filter(isLive)) {
      counter.replace(undefined, rating);
    }
  });
  return counter.tally().undated ?? {};
}
