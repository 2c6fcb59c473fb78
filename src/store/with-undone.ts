import type { JournalEntry } from './journal-entry.ts';
import type { ImportRecord } from './rows.ts';

/**
 * An import's record with whether it is undone: what the journal says, where it still has the import's change and no restore has
 * taken that; else what the record says itself, which came with a backup or was put down when the journal forgot it.
 *
 * @param entry - of its change
 * @param undo - what undid that
 */
export function withUndone(
  record: ImportRecord,
  entry: JournalEntry | undefined,
  undo: JournalEntry | undefined,
): ImportRecord {
  if (!entry || (entry.undoneBy !== undefined && undo?.label === 'restore-backup')) {
    return record;
  }
  const { isUndone: _isUndone, ...rest } = record;
  return entry.undoneBy === undefined ? rest : { ...rest, isUndone: true };
}
