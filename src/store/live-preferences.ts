import type { Preference } from '../domain/preference.ts';
import type { Database } from './database.ts';

/** Every preference that is not deleted; inside a transaction. */
export async function livePreferences(database: Database): Promise<Preference[]> {
  const stored = await database.preferences.toArray();
  return stored.filter((one): one is Preference => !('deletedAt' in one));
}
