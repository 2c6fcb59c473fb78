import { Dexie } from 'dexie';
import { nextStamp } from '../domain/clock.ts';
import type { RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { ImageChunk, JournalEntry } from './journal-entry.ts';
import { keepUndone, noteUndone } from './keep-undone.ts';
import { saidTooOf } from './said-too.ts';
import { dropWaiting } from './waiting.ts';

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

async function drop(database: Database, ids: readonly RecordId[]): Promise<void> {
  const { journal, journalImages } = database;
  await keepUndone(database, ids);
  await journal.bulkDelete([...ids]);
  for (const id of ids) {
    for (const place of [id, saidTooOf(id)]) {
      await journalImages.where(':id').between([place, Dexie.minKey], [place, Dexie.maxKey]).delete();
    }
    await dropWaiting(database, id);
  }
}

/** A part of the images of an entry, those that do not stand in it; the last part is the latest. */
export function chunkOf({ journalImages }: Database, id: RecordId, index: number): Promise<ImageChunk | undefined> {
  return journalImages.get([id, index]);
}

/** Notes where an entry's things were put back that had to wait when it was undone itself. */
export async function markTaken(
  { journal }: Database,
  id: RecordId,
  chunk: Pick<ImageChunk, 'entryId' | 'index'>,
): Promise<void> {
  const entry = await journal.get(id);
  if (entry) {
    await journal.put({ ...entry, taken: [...(entry.taken ?? []), chunk] });
  }
}

/** Newest first, without those that are steps of others. */
export function newestEntries(database: Database, limit: number): Promise<JournalEntry[]> {
  const changes = database.journal.orderBy('stamp').reverse();
  return changes
    .filter(({ isStep }) => isStep !== true)
    .limit(limit)
    .toArray();
}

/**
 * An entry that was undone says by which; what that one had undone itself stands again, and so on. Of an import whose entry is
 * dropped already its record says it.
 */
async function markUndone(database: Database, id: RecordId, undoneBy: RecordId): Promise<void> {
  const { journal } = database;
  let [next, by] = [id, undoneBy];
  for (;;) {
    const undone = await journal.get(next);
    if (!undone) {
      return noteUndone(database, next, true);
    }
    await journal.put({ ...undone, undoneBy: by });
    if (undone.undoes === undefined) {
      return;
    }
    const restored = await journal.get(undone.undoes);
    if (!restored) {
      return noteUndone(database, undone.undoes, false);
    }
    const { undoneBy: _undoneBy, ...standing } = restored;
    await journal.put(standing);
    if (restored.undoes === undefined) {
      return;
    }
    [next, by] = [restored.undoes, restored.id];
  }
}
