import { AppError } from '../domain/errors.ts';
import { type ItemId, newRecordId, type RecordId } from '../domain/ids.ts';
import { changesAsleep, liesUpon, reachOf } from '../store/changes-upon.ts';
import type { Database } from '../store/database.ts';
import { itemsById } from '../store/find-items.ts';
import type { JournalEntry } from '../store/journal-entry.ts';
import { turnBack } from '../store/restored.ts';
import { turningOf } from '../store/turning.ts';
import { undoEntry } from '../store/undo.ts';
import { UNDO_TABLES } from '../store/undo-images.ts';
import { writeInSteps, type WriteStep } from '../store/write.ts';
import { writtenSince } from '../store/written-since.ts';
import type { AppContext } from './context.ts';
import { doLaterAgain, InTheWay, placeOnceMore, takeOffLater } from './import-layers.ts';
import { undoIn, type Undone } from './undo-change.ts';

export interface UndoInput {
  readonly journalId: RecordId;
}

/**
 * Undoes a change, or does it again, as `undoChange`; and of an import also what later changes have built upon it. Those
 * are taken off and done once more, so that what stands is what they come to without it. An import that is done again
 * after others were is placed anew, from what its files said, beneath those that came after it. One transaction.
 *
 * Any other change is undone where nothing that stands has written the same records since.
 *
 * @throws {AppError} as `undoChange`
 */
export async function undoWithLater({ database, clock }: AppContext, { journalId }: UndoInput): Promise<Undone> {
  const options = { tables: UNDO_TABLES, nowMs: clock.nowMs() };
  const undo = (isPlain: boolean): Promise<Undone> =>
    writeInSteps(database, options, async (step) =>
      undoIt(step, { database, nowMs: options.nowMs, journalId, isPlain }),
    );
  return undo(false).catch((thrown: unknown) => {
    if (thrown instanceof InTheWay) {
      return undo(true);
    }
    throw thrown;
  });
}

interface Undoing extends UndoInput {
  readonly database: Database;
  readonly nowMs: number;
  /** Without what was built upon it. */
  readonly isPlain: boolean;
}

/** Inside the transaction of {@link undoWithLater}. */
export async function undoIt(step: WriteStep, undoing: Undoing): Promise<Undone> {
  const { database, nowMs, isPlain } = undoing;
  const journalId = await presentOf(database, undoing.journalId);
  const entry = await database.journal.get(journalId);
  const undone = entry?.undoes === undefined ? undefined : await database.journal.get(entry.undoes);
  if (!isPlain && entry?.undoneBy === undefined) {
    if (undone?.label === 'run-import' && !(await isAsItWas(database, entry, undone))) {
      return placeOnceMore(step, { database, nowMs, entry: undone });
    }
    if (entry?.label === 'run-import') {
      return undoBeneath(step, undoing, entry);
    }
    if (entry && entry.label !== 'restore-backup' && (await writtenSince(database, entry))) {
      throw new AppError('conflict', 'It was changed since, so nothing was undone.');
    }
  }
  return undoAlone(step, { database, nowMs, journalId });
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

async function undoAlone(step: WriteStep, { database, nowMs, journalId }: Omit<Undoing, 'isPlain'>): Promise<Undone> {
  const undoId = newRecordId(nowMs);
  const { taken: _taken, ...undone } = await step(
    { label: 'undo-change', undoes: journalId, journalId: undoId },
    (writer) => undoIn(writer, journalId),
  );
  await turnBack(database, { of: journalId, by: undoId });
  return undone;
}

async function undoBeneath(step: WriteStep, { database, nowMs }: Undoing, entry: JournalEntry): Promise<Undone> {
  const journalId = entry.id;
  const { items } = await reachOf(database, entry);
  const layers = await takeOffLater(step, { database, entry, about: items });
  if (layers.length === 0) {
    return undoAlone(step, { database, nowMs, journalId });
  }
  const { undone, kept } = await step({ label: 'undo-change', undoes: journalId }, (writer) =>
    undoEntry(writer, entry),
  );
  const written = await doLaterAgain(step, { database, nowMs, layers });
  // What the person did by hand stays.
  const own = (
    await itemsById(
      database,
      [...written].filter((id: ItemId) => items.has(id)),
    )
  ).size;
  return { undone: Math.max(0, undone - own), kept: kept + Math.min(own, undone) };
}

/** Whether it is done again as it was undone: nothing was done since, and there was something to undo. */
async function isAsItWas(database: Database, undo: JournalEntry | undefined, undone: JournalEntry): Promise<boolean> {
  const later = undo ? await database.journal.where('stamp').above(undo.stamp).toArray() : [];
  const isLatest = !later.some(({ label }) => label === 'undo-change' || liesUpon(label));
  const hasImages = undone.images.length > 0 || undone.chunks !== undefined;
  return isLatest && hasImages && (await changesAsleep(database)).length === 0;
}
