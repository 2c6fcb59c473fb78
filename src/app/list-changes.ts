import type { RecordId } from '../domain/ids.ts';
import { newestEntries } from '../store/journal.ts';
import type { ChangeLabel } from '../store/journal-entry.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

export interface ChangeEntry {
  readonly id: RecordId;
  readonly atMs: number;
  readonly label: ChangeLabel;
  /** How many things were changed: ratings, preferences, vendors. */
  readonly count: number;
  readonly isUndone: boolean;
}

/** The person's changes that can still be undone or done again, newest first. */
export function listChanges({ database }: AppContext, { limit }: { readonly limit: number }): Promise<ChangeEntry[]> {
  return read(database, ['journal'], async () => {
    const entries = await newestEntries(database, limit);
    return entries.map(({ id, atMs, label, count, undoneBy }) => ({
      id,
      atMs,
      label,
      count,
      isUndone: undoneBy !== undefined,
    }));
  });
}
