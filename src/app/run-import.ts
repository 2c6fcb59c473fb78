import { newRecordId, type RecordId } from '../domain/ids.ts';
import type { Winner } from '../policy/settle-rating.ts';
import type { ImportCounts, UnreadRow } from '../store/rows.ts';
import { write } from '../store/write.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { beginAnew } from './begin-anew.ts';
import type { AppContext } from './context.ts';
import { keptFiles } from './kept-files.ts';
import { placeImport } from './place-import.ts';
import { PLACE_TABLES } from './place-things.ts';
import { stay, type StayOptions } from './stay.ts';

export interface ImportInput {
  /** The record it will have; known before, so that a page that was closed can tell whether it came to be. */
  readonly id?: RecordId;
  readonly things: readonly GatheredThing[];
  /** Of the files, as they were gathered; none, when absent. */
  readonly kinds?: ReadonlySet<string>;
  /** The files' names, for the person to know it again. */
  readonly files: readonly string[];
  readonly rows: number;
  readonly skipped: number;
  /** The first of these, for the person to look up later. */
  readonly unread?: readonly UnreadRow[];
  readonly winner: Winner;
}

/** Heard after each part. Stopped, nothing is written; paused, nothing yet. */
export interface ImportControl extends StayOptions {
  /** How many things are written. */
  readonly onProgress?: (done: number) => void;
  /** How many things are written at once. */
  readonly thingsAtOnce?: number;
}

export interface ImportResult {
  readonly id: RecordId;
  readonly journalId: RecordId;
  readonly counts: ImportCounts;
}

/**
 * Writes an import: all of it, or nothing. One transaction, so that whoever reads sees the store before it or after it,
 * whatever happens to the page or the browser meanwhile; other changes wait for it.
 *
 * @throws {AppError} `cancelled`; `storage-full`, `storage-unavailable`. Nothing was written then.
 */
export async function runImport(
  context: AppContext,
  { id = newRecordId(context.clock.nowMs()), ...input }: ImportInput,
  control: ImportControl = {},
): Promise<ImportResult> {
  return beginAnew(control, () => writeImport(context, { ...input, id }, control));
}

async function writeImport(
  { database, clock }: AppContext,
  { id, things, kinds = new Set(), files, rows, skipped, unread = [], winner }: ImportInput & { readonly id: RecordId },
  { onProgress, thingsAtOnce, ...control }: ImportControl,
): Promise<ImportResult> {
  const { value, journalId } = await write(
    database,
    { tables: [...PLACE_TABLES, 'imports'], nowMs: clock.nowMs(), label: 'run-import', isDurable: true },
    async (writer) => {
      const {
        conflicts: _conflicts,
        withdrawn: _withdrawn,
        ...placed
      } = await placeImport(
        writer,
        { things, kinds, winner, ...(thingsAtOnce !== undefined && { thingsAtOnce }) },
        (done) => {
          onProgress?.(done);
          stay(control);
        },
      );
      const counts: ImportCounts = { rows, skipped, ...placed };
      const kept = keptFiles(files);
      // Of a file beyond those the last of the list tells.
      const told = unread.map((row) => ({ ...row, file: Math.min(row.file, kept.length - 1) }));
      await database.imports.add({
        id,
        atMs: clock.nowMs(),
        journalId: writer.journalId,
        sources: [...new Set(things.map(({ source }) => source))],
        files: kept,
        counts,
        ...(told.length > 0 && { unread: told }),
      });
      return counts;
    },
  );
  return { id, journalId, counts: value };
}
