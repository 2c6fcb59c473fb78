import type { RecordId } from '../domain/ids.ts';
import { hearParts } from '../store/hear-parts.ts';
import type { AppContext } from './context.ts';
import type { Undone } from './undo-change.ts';
import { undoWithLater } from './undo-with-later.ts';
import type { OnProgress } from './work-progress.ts';

/**
 * As `undoWithLater`, and tells how many parts of a large change are taken back, of how many. Of the last one is told only
 * that it is: with it goes what nobody can count beforehand.
 *
 * @throws {AppError} as `undoChange`
 */
export async function undoTold(
  context: AppContext,
  { journalId, onProgress }: { readonly journalId: RecordId; readonly onProgress: OnProgress },
): Promise<Undone> {
  const { database } = context;
  const chunks = (await database.journal.get(journalId))?.chunks ?? 0;
  onProgress({ progress: 'undoing', done: 0, ...(chunks > 0 && { total: chunks + 1 }) });
  return hearParts(database, journalId, {
    // The part that is read now comes after those that are done; the entry itself holds one more.
    onPart: (index) =>
      onProgress(
        index === 0
          ? { progress: 'finishing', done: 0 }
          : { progress: 'undoing', done: chunks - index, total: chunks + 1 },
      ),
    work: () => undoWithLater(context, { journalId }),
  });
}
