import type { Database } from './database.ts';
import type { JournalEntry } from './journal-entry.ts';
import { waitingParts } from './waiting.ts';

/**
 * Tells of changes whether they were of nothing in the end, so that there is nothing to undo. An import of nothing new is
 * something all the same while another is undone but for what a later one says, too: that goes when this one is undone.
 *
 * Inside a transaction over `journalImages`.
 */
export async function whatChangedNothing(database: Database): Promise<(entry: JournalEntry) => boolean> {
  const isWaitedFor = (await waitingParts(database)).size > 0;
  return ({ images, chunks = 0, undoneBy }) =>
    images.length === 0 && chunks === 0 && undoneBy === undefined && !isWaitedFor;
}
