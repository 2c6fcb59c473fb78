import { AppError } from '../domain/errors.ts';
import { newRecordId, type RecordId } from '../domain/ids.ts';
import { reachOf } from '../store/changes-upon.ts';
import type { Database } from '../store/database.ts';
import type { JournalEntry } from '../store/journal-entry.ts';
import { turnBack } from '../store/restored.ts';
import { turningOf } from '../store/turning.ts';
import { UNDO_TABLES } from '../store/undo-images.ts';
import { writeInSteps, type WriteStep } from '../store/write.ts';
import type { AppContext } from './context.ts';
import { handMade } from './hand-made.ts';
import { doLaterAgain, placeOnceMore, takeOffLater } from './import-layers.ts';
import { undoIn, type Undone } from './undo-change.ts';

/**
 * Undoes a change, or does it again, as `undoChange`; and of an import also what later imports and joins have built upon it.
 * Those are taken off and done once more, so that what stands is what they come to without it. An import that is done again
 * after others were is placed anew, from what its files said, beneath those that came after it. One transaction.
 *
 * @throws {AppError} as `undoChange`
 */
export async function undoWithLater(
  { database, clock }: AppContext,
  { journalId }: { readonly journalId: RecordId },
): Promise<Undone> {
  const nowMs = clock.nowMs();
  return writeInSteps(database, { tables: UNDO_TABLES, nowMs }, async (step) => {
    const present = await presentOf(database, journalId);
    const undo = await database.journal.get(present);
    const undone = undo?.undoes === undefined ? undefined : await database.journal.get(undo.undoes);
    if (undo?.undoneBy === undefined && undone?.label === 'run-import' && !(await isPlain(database, undo, undone))) {
      return placeOnceMore(step, { database, nowMs, entry: undone });
    }
    return undoBeneath(step, { database, nowMs, journalId: present });
  });
}

/** Another undo may have run since the person saw what they pressed: the same, or one that did their import again. */
async function presentOf(database: Database, journalId: RecordId): Promise<RecordId> {
  const turning = await turningOf(database, journalId);
  if (!turning?.isStale) {
    return journalId;
  }
  const { change, isUndoing, isSo } = turning;
  if (isSo) {
    throw new AppError('conflict', 'It is undone already, or done again.');
  }
  return isUndoing ? change.id : (change.undoneBy ?? change.id);
}

interface Beneath {
  readonly database: Database;
  readonly nowMs: number;
  readonly journalId: RecordId;
}

async function undoBeneath(step: WriteStep, { database, nowMs, journalId }: Beneath): Promise<Undone> {
  const undoId = newRecordId(nowMs);
  const { taken: _taken, ...undone } = await step(
    { label: 'undo-change', undoes: journalId, journalId: undoId },
    (writer) => undoIn(writer, journalId),
  );
  await turnBack(database, { of: journalId, by: undoId });
  const entry = await database.journal.get(journalId);
  if (!entry || undone.waiting === undefined) {
    return undone;
  }
  const { items } = await reachOf(database, entry);
  const { layers, taken } = await takeOffLater(step, { database, entry, about: items });
  await doLaterAgain(step, { database, nowMs, layers });
  const { waiting, said = 0, kept, ...others } = undone;
  // What still stands in the way is the person's own.
  const left = Math.max(0, waiting + said - taken);
  const own = left === 0 ? 0 : Math.min(left, await handMade(database, items));
  return { ...others, undone: others.undone + taken, kept: kept + own };
}

/** Whether it is done again as it was undone: nothing was made, undone or done again since, and there was something to undo. */
async function isPlain(database: Database, undo: JournalEntry | undefined, undone: JournalEntry): Promise<boolean> {
  const later = undo ? await database.journal.where('stamp').above(undo.stamp).toArray() : [];
  const isLatest = !later.some(({ label }) => ['run-import', 'undo-change', 'join-items'].includes(label));
  return isLatest && (undone.images.length > 0 || undone.chunks !== undefined);
}
