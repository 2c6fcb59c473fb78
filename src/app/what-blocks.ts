import { AppError } from '../domain/errors.ts';
import type { RecordId } from '../domain/ids.ts';
import { changesUpon, reachOf } from '../store/changes-upon.ts';
import type { JournalEntry } from '../store/journal-entry.ts';
import { read } from '../store/read.ts';
import { UNDO_TABLES } from '../store/undo-images.ts';
import { writeInSteps } from '../store/write.ts';
import type { AppContext } from './context.ts';
import { type ChangeEntry, listChanges } from './list-changes.ts';
import { undoIt } from './undo-with-later.ts';

/** Thrown at the end of an undo that was only tried, so that nothing of it is written. */
class Tried extends Error {}

/**
 * Which later change has to be undone before this one can be, where `undoWithLater` refuses it with `conflict`: one about
 * the same things that can be undone now. The oldest of those, so that the person undoes no more than they must.
 *
 * @returns `undefined` when nothing is in the way
 */
export async function whatBlocks(
  context: AppContext,
  { journalId }: { readonly journalId: RecordId },
): Promise<ChangeEntry | undefined> {
  const { database } = context;
  const later = await read(database, ['journal', 'journalImages', 'sourceRecords', 'merges'], async () => {
    const entry = await database.journal.get(journalId);
    const about = entry ? (await reachOf(database, entry)).items : [];
    return entry ? (await changesUpon(database, entry, about)).map((one) => one.entry) : [];
  });
  if (await canBeUndone(context, journalId)) {
    return undefined;
  }
  for (const one of later) {
    if (await canBeUndone(context, one.id)) {
      return told(context, one);
    }
  }
  return undefined;
}

async function told(context: AppContext, { id }: JournalEntry): Promise<ChangeEntry | undefined> {
  const changes = await listChanges(context, { limit: Number.POSITIVE_INFINITY });
  return changes.find((change) => change.id === id);
}

/** Tries it, and takes it back. */
async function canBeUndone({ database, clock }: AppContext, journalId: RecordId): Promise<boolean> {
  const nowMs = clock.nowMs();
  try {
    await writeInSteps(database, { tables: UNDO_TABLES, nowMs }, async (step) => {
      await undoIt(step, { database, nowMs, journalId, isPlain: false });
      throw new Tried();
    });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'conflict') {
      return false;
    }
    if (!(thrown instanceof Tried)) {
      throw thrown;
    }
  }
  return true;
}
