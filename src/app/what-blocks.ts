import type { RecordId } from '../domain/ids.ts';
import { byPlace, laterChanges } from '../store/changes-upon.ts';
import type { Database } from '../store/database.ts';
import { itemsGrownSince } from '../store/items-grown.ts';
import type { JournalEntry } from '../store/journal-entry.ts';
import { read } from '../store/read.ts';
import { turningOf } from '../store/turning.ts';
import { UNDO_TABLES } from '../store/undo-images.ts';
import { writtenSince } from '../store/written-since.ts';
import type { AppContext } from './context.ts';
import { type ChangeEntry, listChanges } from './list-changes.ts';

/**
 * Which later change has to be undone first, where `undoWithLater` refuses one with `conflict`: one upon which nothing was
 * written since, so that it can be undone now.
 *
 * @returns `undefined` when nothing is in the way, or it is so already
 */
export async function whatBlocks(
  context: AppContext,
  { journalId }: { readonly journalId: RecordId },
): Promise<ChangeEntry | undefined> {
  const { database } = context;
  const found = await read(database, [...UNDO_TABLES, 'journal', 'journalImages'], async () => {
    const entry = await database.journal.get(journalId);
    if (!entry || (await turningOf(database, journalId))?.isSo === true) {
      return undefined;
    }
    let blocks: JournalEntry | undefined;
    // Each is later than the one that it blocks. An import is undone beneath whatever it is.
    for (let next = await blockerOf(database, entry); next; ) {
      blocks = next;
      next = blocks.label === 'run-import' ? undefined : await blockerOf(database, blocks);
    }
    const limit = blocks && (await database.journal.where('stamp').aboveOrEqual(blocks.stamp).count());
    return blocks && limit !== undefined ? { id: blocks.id, limit } : undefined;
  });
  return found && (await listChanges(context, found)).find(({ id }) => id === found.id);
}

/** The newest change that has written since what one wrote, or added to what it made. */
async function blockerOf(database: Database, entry: JournalEntry): Promise<JournalEntry | undefined> {
  const written = await writtenSince(database, entry);
  const grown = await itemsGrownSince(database, entry.images, entry.stamp);
  const stamps = new Set([...grown.values()].flat());
  const grew = stamps.size === 0 ? [] : (await laterChanges(database, entry)).filter(({ stamp }) => stamps.has(stamp));
  return [...written.values(), ...grew].sort(byPlace).at(-1);
}
