import type { Stamp } from '../domain/clock.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { RecordId } from '../domain/ids.ts';
import { laterChanges } from './changes-upon.ts';
import type { Database } from './database.ts';
import { getMany } from './get-many.ts';
import { chunkOf } from './journal.ts';
import type { Image, JournalEntry } from './journal-entry.ts';
import { nameOfImage } from './undo-images.ts';

/**
 * Which records that a change wrote another that stands has written since, be it as they were before: that one knows them
 * as this one left them, and could never be undone without it. Inside a transaction over all tables of an undo.
 *
 * @param going - one that is undone now
 * @returns the name of each ({@link nameOfImage}), with the newest of those others
 */
export async function writtenSince(
  database: Database,
  entry: JournalEntry,
  going?: RecordId,
): Promise<ReadonlyMap<string, JournalEntry>> {
  const later = (await laterChanges(database, entry)).filter(({ id, stamp }) => stamp > entry.stamp && id !== going);
  const written = new Map<string, JournalEntry>();
  if (later.length === 0) {
    return written;
  }
  // A restore writes records as they were once, older than what it takes the place of.
  const isRestored = later.some(({ label }) => label === 'restore-backup');
  const isWhole = isRestored || (await isNewer(database, entry));
  const names = new Set((await allImages(database, entry)).map(nameOfImage));
  for (const one of later) {
    for (const image of isWhole ? await allImages(database, one) : one.images) {
      const name = nameOfImage(image);
      if (names.has(name)) {
        written.set(name, one);
      }
    }
  }
  return written;
}

/**
 * Whether a large change may have written something of it: most often none has, and none need be looked through. What one
 * wrote is newer, but for identifiers, which have no time: it gives them, and takes none.
 */
async function isNewer(database: Database, { images, chunks, stamp }: JournalEntry): Promise<boolean> {
  if (chunks !== undefined) {
    return true;
  }
  for (const table of ['items', 'ratings', 'sourceRecords', 'intentions'] as const) {
    const keys = images.filter((image) => image.table === table).map(({ key }) => key);
    const records = await getMany(database.table<{ readonly updatedAt: Stamp }, string>(table), keys);
    if ([...records.values()].some(({ updatedAt }) => updatedAt > stamp)) {
      return true;
    }
  }
  const taken = images.filter(({ table, after }) => table === 'identifiers' && after === undefined);
  const given = await getMany(
    database.identifiers,
    taken.map(({ key }) => key as Identifier),
  );
  return given.size > 0;
}

async function allImages(database: Database, { id, images, chunks = 0 }: JournalEntry): Promise<readonly Image[]> {
  const all = [...images];
  for (let index = 0; index < chunks; index += 1) {
    for (const image of (await chunkOf(database, id, index))?.images ?? []) {
      all.push(image);
    }
  }
  return all;
}
