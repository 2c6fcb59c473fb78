import type { Origin, PairwiseId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { failureIn, ready } from './open.ts';

/** Whom a vendor knows: one vendor, and the person's name to it. Two names to one vendor are two relations. */
export interface Relation {
  readonly vendor: Origin;
  readonly person: PairwiseId;
}

/** No key is in an export: the browser does not give its private half out, and the settings of a device stay on it. */
const PREFIX = 'relation-key ';

function nameOf({ vendor, person }: Relation): string {
  return `${PREFIX}${vendor} ${person}`;
}

/**
 * The keys that messages of relations are signed with, in the relations' order. Those that were made are kept first, all of them or
 * none, where there is no key yet: of two that begin a relation at once the first one's is kept, and both get that.
 *
 * @param made - keys for new relations, at the places of theirs
 * @returns `undefined` where there is none: the relation came with a backup, or was forgotten. Nothing more can be said in it from here.
 * @throws {AppError} `storage-full` or `storage-unavailable`
 */
export async function relationKeys<Key extends object>(
  database: Database,
  relations: readonly Relation[],
  made: readonly (Key | undefined)[] = [],
): Promise<(Key | undefined)[]> {
  await ready(database);
  const mode = made.some((key) => key) ? 'rw' : 'r';
  try {
    return await database.transaction(mode, 'settings', async () => {
      const rows = await database.settings.bulkGet(relations.map(nameOf));
      const fresh = relations.flatMap((relation, place) =>
        made[place] && !rows[place] ? [{ key: nameOf(relation), value: made[place] }] : [],
      );
      if (fresh.length > 0) {
        await database.settings.bulkPut(fresh);
      }
      return rows.map((row, place) => (row ? (row.value as Key) : made[place]));
    });
  } catch (thrown) {
    throw failureIn(database, thrown);
  }
}

/** Deletes all keys of a vendor. No undo brings them back: what it brings back of the vendor is to be read only. */
export async function forgetRelationKeys(database: Database, vendor: Origin): Promise<void> {
  await ready(database);
  try {
    await database.settings.where('key').startsWith(`${PREFIX}${vendor} `).delete();
  } catch (thrown) {
    throw failureIn(database, thrown);
  }
}
