import type { RecordId } from '../domain/ids.ts';
import { changedNothing } from '../store/changed-nothing.ts';
import { pastUndoing } from '../store/past-undoing.ts';
import { read } from '../store/read.ts';
import { goneImports } from '../store/restored.ts';
import type { ImportRecord } from '../store/rows.ts';
import { withUndone } from '../store/with-undone.ts';
import type { AppContext } from './context.ts';

/**
 * What can be done with an import of before:
 * - `standing`: it can be undone
 * - `undone`: it can be done again
 * - `nothing`: there was nothing new in it, so there is nothing to undo
 * - `past`: its change is too long ago for either
 * - `brought`: it came with a backup, and backups don't carry what was before each change
 * - `gone`: a backup from before it was restored; it comes back when that is undone
 */
export type ImportState = 'standing' | 'undone' | 'nothing' | 'past' | 'brought' | 'gone';

/** An import as the person looks back at it. */
export interface PastImport extends ImportRecord {
  readonly state: ImportState;
  /** The change whose undoing undoes the import, or does it again. Absent where neither can be. */
  readonly undoId?: RecordId;
}

/** The imports there were, newest first. */
export function listImports(
  { database, clock }: AppContext,
  { limit }: { readonly limit: number },
): Promise<PastImport[]> {
  return read(database, ['imports', 'journal', 'journalImages'], async () => {
    // Ids are made in the order of time.
    const records = await database.imports.orderBy(':id').reverse().limit(limit).toArray();
    const entries = await database.journal.bulkGet(records.map(({ journalId }) => journalId));
    const undoes = await database.journal.bulkGet(entries.map((entry) => entry?.undoneBy ?? entry?.id ?? NO_ID));
    const ofNothing = await changedNothing(database, entries);
    const isPast = await pastUndoing(database, clock.nowMs());
    const gone = (await goneImports(database)).map((record): PastImport => ({ ...record, state: 'gone' }));
    const listed = records.map((stored, index): PastImport => {
      const entry = entries[index];
      const undo = undoes[index];
      const record = withUndone(stored, entry, undo);
      if (entry && ofNothing.has(entry)) {
        return { ...record, state: 'nothing' };
      }
      if (undo?.label === 'restore-backup') {
        return { ...record, state: 'brought' };
      }
      return entry && undo
        ? { ...record, state: entry.undoneBy === undefined ? 'standing' : 'undone', undoId: undo.id }
        : { ...record, state: entry || isPast(record.atMs) ? 'past' : 'brought' };
    });
    return [...listed, ...gone].sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, limit);
  });
}

const NO_ID = '' as RecordId;
