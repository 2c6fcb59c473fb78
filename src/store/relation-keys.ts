import type { Origin, PairwiseId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { failureIn, ready } from './open.ts';
import { read } from './read.ts';

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
 * The keys that messages of relations are signed with, in the relations' order.
 *
 * @returns `undefined` where there is none: the relation came with a backup, or was forgotten. Nothing more can be said in it from here.
 */
export async function relationKeys(database: Database, relations: readonly Relation[]): Promise<unknown[]> {
  const rows = await read(database, ['settings'], () => database.settings.bulkGet(relations.map(nameOf)));
  return rows.map((row) => row?.value);
}

/**
 * Keeps the keys of new relations, all of them or none. Of two that begin one at once the first one's key is kept, and both get that.
 *
 * @param made - a key for each relation
 * @throws {AppError} `storage-full` or `storage-unavailable`
 */
export async function keepRelationKeys<Key extends object>(
  database: Database,
  relations: readonly Relation[],
  made: readonly Key[],
): Promise<Key[]> {
  await ready(database);
  try {
    return await database.transaction('rw', 'settings', async () => {
      const rows = await database.settings.bulkGet(relations.map(nameOf));
      const fresh = relations.flatMap((relation, place) =>
        rows[place] ? [] : [{ key: nameOf(relation), value: made[place] }],
      );
      await database.settings.bulkPut(fresh);
      return made.map((key, place) => (rows[place] ? (rows[place].value as Key) : key));
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
