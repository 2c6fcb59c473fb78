import type { JournalEntry } from './journal-entry.ts';

/** Whether a change was of nothing in the end: there is nothing to undo. */
export function changedNothing({ images, chunks = 0 }: JournalEntry): boolean {
  return images.length === 0 && chunks === 0;
}
