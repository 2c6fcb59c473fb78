import { nextStamp } from '../domain/clock.ts';
import type { RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { JournalEntry } from './journal-entry.ts';

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
  await journal
    .where('stamp')
    .below(nextStamp(undefined, entry.atMs - JOURNAL_DAYS * DAY_MS, ''))
    .delete();
  const excess = (await journal.count()) - JOURNAL_ENTRIES;
  if (excess > 0) {
    await journal.bulkDelete(await journal.orderBy('stamp').limit(excess).primaryKeys());
  }
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
