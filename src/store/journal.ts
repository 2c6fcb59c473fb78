import { Dexie } from 'dexie';
import { nextStamp } from '../domain/clock.ts';
import type { RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { Image, JournalEntry } from './journal-entry.ts';

/** How far back changes can be undone: so many, and no longer. */
export const JOURNAL_ENTRIES = 1_000;
export const JOURNAL_DAYS = 30;

const DAY_MS = 86_400_000;

/** Adds an entry and drops those that are past undoing. Part of the change that it tells of. */
export async function addToJournal(database: Database, entry: JournalEntry): Promise<void> {
  const { journal } = database;
  await journal.add(entry);
  if (entry.undoes !== undefined) {
    await markUndone(database, entry.undoes, entry.id);
  }
  // Stamps sort by time: by the index alone, without a look at what may be megabytes of images.
  const past = journal.where('stamp').below(nextStamp(undefined, entry.atMs - JOURNAL_DAYS * DAY_MS, ''));
  await drop(database, await past.primaryKeys());
  const excess = (await journal.count()) - JOURNAL_ENTRIES;
  if (excess > 0) {
    await drop(database, await journal.orderBy('stamp').limit(excess).primaryKeys());
  }
}

async function drop({ journal, journalImages }: Database, ids: readonly RecordId[]): Promise<void> {
  await journal.bulkDelete([...ids]);
  for (const id of ids) {
    await journalImages.where(':id').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete();
  }
}

/** A part of the images of an entry, those that do not stand in it; the last part is the latest. */
export async function chunkOf(
  { journalImages }: Database,
  { id }: JournalEntry,
  index: number,
): Promise<readonly Image[]> {
  const chunk = await journalImages.get([id, index]);
  return chunk?.images ?? [];
}

/** Newest first. */
export function newestEntries(database: Database, limit: number): Promise<JournalEntry[]> {
  return database.journal.orderBy('stamp').reverse().limit(limit).toArray();
}

/** An entry that was undone says by which; what that one had undone itself stands again. */
async function markUndone({ journal }: Database, id: RecordId, undoneBy: RecordId): Promise<void> {
  const undone = await journal.get(id);
  if (undone) {
    await journal.put({ ...undone, undoneBy });
  }
  const restored = undone?.undoes === undefined ? undefined : await journal.get(undone.undoes);
  if (restored) {
    const { undoneBy: _undoneBy, ...standing } = restored;
    await journal.put(standing);
  }
}
