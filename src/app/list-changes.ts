import type { RecordId } from '../domain/ids.ts';
import { changedNothing } from '../store/changed-nothing.ts';
import { newestEntries } from '../store/journal.ts';
import type { ChangeLabel } from '../store/journal-entry.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';
import { type ChangedName, nameChanges } from './name-changes.ts';
import { type EntryTold, tellChanges } from './tell-changes.ts';

/** The tables that a list of changes is read from. */
const LISTED = ['journal', 'journalImages', 'imports', 'items', 'ratings', 'versions', 'preferences'] as const;

export interface ChangeEntry extends EntryTold {
  readonly id: RecordId;
  readonly atMs: number;
  readonly label: ChangeLabel;
  /** How many things were changed: ratings, preferences, vendors. */
  readonly count: number;
  readonly isUndone: boolean;
  /** An import in which nothing was new: there is nothing to take back. */
  readonly isOfNothing: boolean;
  /** The first few of them. */
  readonly names: readonly ChangedName[];
}

/** The person's changes that can still be undone or done again, newest first. */
export function listChanges({ database }: AppContext, { limit }: { readonly limit: number }): Promise<ChangeEntry[]> {
  return read(database, LISTED, async () => {
    const entries = await newestEntries(database, limit);
    const ofNothing = await changedNothing(database, entries);
    const names = await nameChanges(database, entries);
    const told = await tellChanges(database, entries);
    return entries.map((entry, index) => {
      const { id, atMs, label, count, undoneBy } = entry;
      return {
        id,
        atMs,
        label,
        count,
        isUndone: undoneBy !== undefined,
        isOfNothing: label === 'run-import' && ofNothing.has(entry),
        names: names[index] ?? [],
        ...told[index],
      };
    });
  });
}
