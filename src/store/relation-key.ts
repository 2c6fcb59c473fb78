import type { Origin, PairwiseId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { deviceSetting } from './device-setting.ts';
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
 * The key that messages of a relation are signed with.
 *
 * @returns `undefined` where it is not: the relation came with a backup, or was forgotten. Nothing more can be said in it from here.
 */
export async function relationKey(database: Database, relation: Relation): Promise<unknown> {
  return deviceSetting(database, nameOf(relation));
}

/**
 * Keeps the key of a new relation. Of two that begin it at once the first one's key is kept, and both get that.
 *
 * @throws {AppError} `storage-full` or `storage-unavailable`
 */
export async function keepRelationKey<Key extends object>(
  database: Database,
  relation: Relation,
  made: Key,
): Promise<Key> {
  await ready(database);
  try {
    return await database.transaction('rw', 'settings', async () => {
      const row = await database.settings.get(nameOf(relation));
      if (row) {
        return row.value as Key;
      }
      await database.settings.put({ key: nameOf(relation), value: made });
      return made;
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
