import type { RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { JournalEntry } from './journal-entry.ts';

/** What undoing an entry is for, and whether it is so. */
export interface Turning {
  /** The change that is undone or done again: the entry by which it goes now, if it was done again beneath another. */
  readonly change: JournalEntry;
  /** It goes by another entry by now than by the one that was asked for. */
  readonly isStale: boolean;
  /** To undo the undo of a change is to do it again. */
  readonly isUndoing: boolean;
  /** It is undone, or stands, as it was to be. */
  readonly isSo: boolean;
}

/**
 * What it comes to when an entry is undone, as things stand now: whoever asked for it may have seen how they stood before.
 * Inside a transaction over `journal`.
 *
 * @returns `undefined` when it is too long ago
 */
export async function turningOf({ journal }: Database, id: RecordId): Promise<Turning | undefined> {
  const asked = await journal.get(id);
  let change = asked;
  let isUndoing = true;
  while (change?.undoes !== undefined) {
    change = await journal.get(change.undoes);
    isUndoing = !isUndoing;
  }
  const first = change;
  while (change?.again !== undefined) {
    change = await journal.get(change.again);
  }
  return (
    change && {
      change,
      isStale: change !== first || asked?.undoneBy !== undefined,
      isUndoing,
      isSo: (change.undoneBy !== undefined) === isUndoing,
    }
  );
}
