import type { Database } from './database.ts';
import { chunkOf } from './journal.ts';
import type { Image, JournalEntry, RecordChange } from './journal-entry.ts';

/**
 * What a change made of each record, of one that is undone: its undo put that aside. Of one that was done again it is what
 * the person did the first time. Not for changes in parts.
 * Inside a transaction over the journal's tables.
 */
export async function whatChanged(
  database: Database,
  { images, undoneBy, meant }: JournalEntry,
): Promise<readonly RecordChange[]> {
  if (meant) {
    return meant;
  }
  const undo = undoneBy === undefined ? undefined : await database.journal.get(undoneBy);
  const afters = new Map<string, unknown>();
  const add = (all: readonly Image[]): void => {
    for (const { table, key, before } of all) {
      const name = `${table} ${key}`;
      // What it did to the same record later is about something else that was undone with it.
      if (!afters.has(name)) {
        afters.set(name, before);
      }
    }
  };
  for (let index = 0; index < (undo?.chunks ?? 0); index += 1) {
    const chunk = undo && (await chunkOf(database, undo.id, index));
    add(chunk && chunk.takenFor === undefined ? chunk.images : []);
  }
  add(undo?.images ?? []);
  return images.map(({ table, key, before }) => ({ table, key, before, after: afters.get(`${table} ${key}`) }));
}
