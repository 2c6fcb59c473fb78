import { AppError } from '../domain/errors.ts';
import type { RecordId } from '../domain/ids.ts';
import type { Database } from '../store/database.ts';
import type { JournalEntry } from '../store/journal-entry.ts';
import { undoEntry, type Undone, type UndoneEntry } from '../store/undo.ts';
import { UNDO_TABLES } from '../store/undo-images.ts';
import { waitingParts } from '../store/waiting.ts';
import { write } from '../store/write.ts';
import type { Writer } from '../store/writer.ts';
import { writtenSince } from '../store/written-since.ts';
import type { AppContext } from './context.ts';

export type { Undone };

/**
 * Puts back what a change did, wherever nothing that stands has written the same thing since, and the rest when that is
 * undone. An undo is a change, too: undoing its own entry does it again.
 *
 * For a change that was made a moment ago; one of any age, an import above all, is undone by `undoWithLater`.
 *
 * @throws {AppError} `not-found` when the change is too long ago; `conflict` when nothing of it can be undone
 */
export async function undoChange(
  { database, clock }: AppContext,
  { journalId }: { readonly journalId: RecordId },
): Promise<Undone> {
  const { value } = await write(
    database,
    { tables: UNDO_TABLES, nowMs: clock.nowMs(), label: 'undo-change', undoes: journalId },
    (writer) => undoIn(writer, journalId),
  );
  const { taken: _taken, ...undone } = value;
  return undone;
}

/** Inside the transaction of a change that `undoes` the entry. Throws as {@link undoChange}. */
export async function undoIn(writer: Writer, journalId: RecordId): Promise<UndoneEntry> {
  const { database } = writer;
  const entry = await database.journal.get(journalId);
  if (!entry) {
    throw new AppError('not-found', 'That change can no longer be undone.');
  }
  // Of what only waited nothing has to be put back: it waits no longer.
  const isWaitedFor = entry.undoes !== undefined && (await waitingParts(database)).has(entry.undoes);
  const nothing: UndoneEntry = { undone: 0, kept: 0, taken: new Map() };
  const result =
    entry.undoneBy === undefined ? await undoEntry(writer, entry, (one) => knownOf(database, one, journalId)) : nothing;
  // An import that brought nothing new has nothing to put back; undone, it holds nothing any more.
  const isIdle = entry.label === 'run-import' && entry.undoneBy === undefined && result.kept === 0;
  const hasDone = result.undone > 0 || result.waiting !== undefined || result.said !== undefined || isIdle;
  if (!hasDone && (entry.undoneBy !== undefined || !isWaitedFor)) {
    throw new AppError('conflict', 'It was changed since, so nothing was undone.');
  }
  return result;
}

/** Not of an import, which settles its things with later ones, nor of a restore. */
async function knownOf(
  database: Database,
  entry: JournalEntry,
  going: RecordId,
): Promise<ReadonlySet<string> | undefined> {
  const of = entry.undoes === undefined ? entry : await database.journal.get(entry.undoes);
  return of?.label === 'run-import' || of?.label === 'restore-backup'
    ? undefined
    : new Set((await writtenSince(database, entry, going)).keys());
}
