import { Dexie } from 'dexie';
import type { Decision } from '../domain/grant.ts';
import type { Database } from './database.ts';
import { failureIn } from './open.ts';

/** Longer than any refusal takes to be told. */
const KEPT_MS = 600_000;
/** Of one origin. A page that asks more often finds its oldest asks forgotten, and waits the longer for it. */
export const MOST_HUSHED = 200;

/** Keeps a silenced ask until its page has been told; it is too many for the log, and no change of the person's data. */
export async function hush(database: Database, decision: Decision): Promise<void> {
  const { origin, atMs } = decision;
  try {
    await database.transaction('rw', 'hushed', async () => {
      const { hushed } = database;
      await hushed
        .where('atMs')
        .below(atMs - KEPT_MS)
        .delete();
      const ofOrigin = hushed.where('[origin+atMs]').between([origin, Dexie.minKey], [origin, Dexie.maxKey]);
      const excess = (await ofOrigin.count()) + 1 - MOST_HUSHED;
      if (excess > 0) {
        await hushed.bulkDelete(await ofOrigin.limit(excess).primaryKeys());
      }
      await hushed.put(decision);
    });
  } catch (thrown) {
    throw failureIn(database, thrown);
  }
}
