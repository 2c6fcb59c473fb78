import type { Database } from './database.ts';
import type { JournalEntry } from './journal-entry.ts';
import { readSaidToo } from './said-too.ts';
import { waitingPart, waitingParts } from './waiting.ts';

/**
 * Which changes were of nothing in the end, so that there is nothing to undo. An import of nothing new is something all the
 * same while another is undone but for what this one says, too: that goes when this one is undone.
 *
 * Inside a transaction over `journalImages`.
 */
export async function changedNothing(
  database: Database,
  entries: readonly (JournalEntry | undefined)[],
): Promise<ReadonlySet<JournalEntry>> {
  const empty = entries.filter(
    (entry) =>
      entry !== undefined && entry.images.length === 0 && entry.chunks === undefined && entry.undoneBy === undefined,
  ) as JournalEntry[];
  const nothing = new Set(empty);
  const waiting = empty.length === 0 ? new Set<string>() : await waitingRecords(database);
  for (const entry of waiting.size === 0 ? [] : empty) {
    const said = await readSaidToo(database, entry.id);
    if (said?.keys.some((key) => waiting.has(key)) === true) {
      nothing.delete(entry);
    }
  }
  return nothing;
}

/** What sources say that is left of imports which are undone. */
async function waitingRecords(database: Database): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const [id, count] of await waitingParts(database)) {
    for (let index = 0; index < count; index += 1) {
      for (const { table, key } of await waitingPart(database, id, index)) {
        if (table === 'sourceRecords') {
          keys.add(key);
        }
      }
    }
  }
  return keys;
}
