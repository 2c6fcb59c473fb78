import { AppError } from '../domain/errors.ts';
import type { RecordId } from '../domain/ids.ts';
import { undoEntry, UNDO_TABLES } from '../store/undo.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/**
 * Puts back what a change did, wherever nothing has changed the same thing since. An undo is a change, too: undoing its
 * own entry does it again.
 *
 * @returns how many things were put back, and how many were kept because they have changed since
 * @throws {AppError} `not-found` when the change is too long ago; `conflict` when nothing of it can be undone
 */
export async function undoChange(
  { database, clock }: AppContext,
  { journalId }: { readonly journalId: RecordId },
): Promise<{ undone: number; kept: number }> {
  const { value } = await write(
    database,
    { tables: UNDO_TABLES, nowMs: clock.nowMs(), label: 'undo-change', undoes: journalId },
    async (writer) => {
      const entry = await database.journal.get(journalId);
      if (!entry) {
        throw new AppError('not-found', 'That change can no longer be undone.');
      }
      const result = entry.undoneBy === undefined ? await undoEntry(writer, entry) : { undone: 0, kept: 0 };
      if (result.undone === 0) {
        throw new AppError('conflict', 'It was changed since, so nothing was undone.');
      }
      return result;
    },
  );
  return value;
}
