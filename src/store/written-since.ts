import type { Stamp } from '../domain/clock.ts';
import { laterChanges } from './changes-upon.ts';
import type { Database } from './database.ts';
import { getMany } from './get-many.ts';
import { chunkOf } from './journal.ts';
import type { Image, JournalEntry } from './journal-entry.ts';

/**
 * Whether a change that stands has written a record since that this one wrote, be it as it was before: that change knows
 * it as this one left it, and could never be undone without it. Inside a transaction over all tables of an undo.
 */
export async function writtenSince(database: Database, entry: JournalEntry): Promise<JournalEntry | undefined> {
  if (!(await isNewer(database, entry))) {
    return undefined;
  }
  const keys = new Set(entry.images.map(nameOf));
  for (const later of (await laterChanges(database, entry)).toReversed()) {
    if (later.stamp > entry.stamp && (await hasAny(database, later, keys))) {
      return later;
    }
  }
  return undefined;
}

/** Whether something was written later at all: most often nothing was, and no large change need be looked through. */
async function isNewer(database: Database, { images, stamp }: JournalEntry): Promise<boolean> {
  for (const table of ['items', 'ratings', 'sourceRecords', 'intentions'] as const) {
    const keys = images.filter((image) => image.table === table).map(({ key }) => key);
    const records = await getMany(database.table<{ readonly updatedAt: Stamp }, string>(table), keys);
    if ([...records.values()].some(({ updatedAt }) => updatedAt > stamp)) {
      return true;
    }
  }
  return false;
}

async function hasAny(database: Database, entry: JournalEntry, keys: ReadonlySet<string>): Promise<boolean> {
  const isMeant = (image: Image): boolean => keys.has(nameOf(image));
  if (entry.images.some(isMeant)) {
    return true;
  }
  for (let index = 0; index < (entry.chunks ?? 0); index += 1) {
    if ((await chunkOf(database, entry.id, index))?.images.some(isMeant) === true) {
      return true;
    }
  }
  return false;
}

function nameOf({ table, key }: Image): string {
  return `${table} ${key}`;
}
