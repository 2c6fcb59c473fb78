import type { Database } from './database.ts';

/** What a database that was never written to is called. */
export const NEVER_WRITTEN = '';

/** Changes with every write but disclosures: what was learned at one revision holds as long as it stays. One get. */
export async function revision(database: Database): Promise<string> {
  const row = await database.meta.get('clock');
  return row?.key === 'clock' ? row.stamp : NEVER_WRITTEN;
}

/** Changes with every write to ratings, items, what sources say or intentions: what was learned from them holds meanwhile. One get. */
export async function ratingsRevision(database: Database): Promise<string> {
  const row = await database.meta.get('tally');
  return row?.key === 'tally' ? row.changedAt : NEVER_WRITTEN;
}
