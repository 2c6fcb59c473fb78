import { AppError } from '../domain/errors.ts';
import { newRecordId, type RecordId } from '../domain/ids.ts';
import { changesAsleep, liesUpon, reachOf } from '../store/changes-upon.ts';
import type { Database } from '../store/database.ts';
import { itemsById } from '../store/find-items.ts';
import type { JournalEntry } from '../store/journal-entry.ts';
import { turnBack } from '../store/restored.ts';
import { turningOf } from '../store/turning.ts';
import { undoEntry } from '../store/undo.ts';
import { UNDO_TABLES } from '../store/undo-images.ts';
import { writeInSteps, type WriteStep } from '../store/write.ts';
import type { AppContext } from './context.ts';
import { doLaterAgain, placeOnceMore, takeOffLater } from './import-layers.ts';
import { undoIn, type Undone } from './undo-change.ts';

/**
 * Undoes a change, or does it again, as `undoChange`; and of an import also what later changes have built upon it. Those
 * are taken off and done once more, so that what stands is what they come to without it. An import that is done again
 * after others were is placed anew, from what its files said, beneath those that came after it. One transaction.
 *
 * Of any other change that is undone upon which nothing that stands was written since; the rest waits for that. Where that
 * is all, it is refused, and `whatBlocks` says what it was.
 *
 * @throws {AppError} as `undoChange`
 */
export async function undoWithLater(
  { database, clock }: AppContext,
  { journalId }: { readonly journalId: RecordId },
): Promise<Undone> {
  const nowMs = clock.nowMs();
  return writeInSteps(database, { tables: UNDO_TABLES, nowMs }, async (step) => {
    const undoing = { database, nowMs, journalId: await presentOf(database, journalId) };
    const entry = await database.journal.get(undoing.journalId);
    if (entry?.undoneBy !== undefined) {
      return undoAlone(step, undoing);
    }
    const undone = entry?.undoes === undefined ? undefined : await database.journal.get(entry.undoes);
    if (undone?.label === 'run-import' && !(await isAsItWas(database, entry, undone))) {
      return placeOnceMore(step, { database, nowMs, entry: undone });
    }
    if (entry?.label === 'run-import') {
      return undoBeneath(step, undoing, entry);
    }
    return undoAlone(step, undoing);
  });
}

interface Undoing {
  readonly database: Database;
  readonly nowMs: number;
  readonly journalId: RecordId;
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

async function undoAlone(step: WriteStep, { database, nowMs, journalId }: Undoing): Promise<Undone> {
  const undoId = newRecordId(nowMs);
  const { taken: _taken, ...undone } = await step(
    { label: 'undo-change', undoes: journalId, journalId: undoId },
    (writer) => undoIn(writer, journalId),
  );
  await turnBack(database, { of: journalId, by: undoId });
  return undone;
}

async function undoBeneath(step: WriteStep, undoing: Undoing, entry: JournalEntry): Promise<Undone> {
  const { database, nowMs, journalId } = undoing;
  const { items } = await reachOf(database, entry);
  const layers = await takeOffLater(step, { database, entry, about: items });
  if (layers.length === 0) {
    return undoAlone(step, undoing);
  }
  const { undone, kept } = await step({ label: 'undo-change', undoes: journalId }, (writer) =>
    undoEntry(writer, entry),
  );
  const written = await doLaterAgain(step, { database, nowMs, layers });
  // What the person did by hand stays.
  const own = await itemsById(
    database,
    [...written].filter((id) => items.has(id)),
  );
  return { undone: Math.max(0, undone - own.size), kept: kept + Math.min(own.size, undone) };
}

/** Whether it is done again as it was undone: nothing was done since, and there was something to undo. */
async function isAsItWas(database: Database, undo: JournalEntry | undefined, undone: JournalEntry): Promise<boolean> {
  const later = undo ? await database.journal.where('stamp').above(undo.stamp).toArray() : [];
  const isLatest = !later.some(({ label }) => label === 'undo-change' || liesUpon(label));
  const hasImages = undone.images.length > 0 || undone.chunks !== undefined;
  return isLatest && hasImages && (await changesAsleep(database)).length === 0;
}
