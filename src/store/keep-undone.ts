import type { RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { withUndone } from './with-undone.ts';

/**
 * Has imports whose entries are about to be dropped say themselves that they are undone, where they are: nothing else knows it
 * then. Inside a transaction over `imports` and `journal`.
 */
export async function keepUndone({ imports, journal }: Database, dropped: readonly RecordId[]): Promise<void> {
  const ids = new Set(dropped);
  const past = ids.size === 0 ? [] : await imports.filter(({ journalId }) => ids.has(journalId)).toArray();
  for (const record of past) {
    const entry = await journal.get(record.journalId);
    const undo = entry?.undoneBy === undefined ? undefined : await journal.get(entry.undoneBy);
    await imports.put(withUndone(record, entry, undo));
  }
}

/**
 * Notes that an import is undone or stands again whose entry is dropped already: what undid it may be undone yet.
 *
 * @param journalId - of its entry
 */
export async function noteUndone({ imports }: Database, journalId: RecordId, isUndone: boolean): Promise<void> {
  for (const record of await imports.filter((one) => one.journalId === journalId).toArray()) {
    const { isUndone: _isUndone, ...rest } = record;
    await imports.put(isUndone ? { ...rest, isUndone } : rest);
  }
}
