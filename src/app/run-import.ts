import { newRecordId, type RecordId, risingRecordIds } from '../domain/ids.ts';
import type { SourceRecordId } from '../domain/source-record.ts';
import type { Winner } from '../policy/settle-rating.ts';
import type { ImportCounts, UnreadRow } from '../store/rows.ts';
import { addSaidToo } from '../store/said-too.ts';
import { write } from '../store/write.ts';
import type { GatheredThing } from '../transfer/gather.ts';
import { beginAnew } from './begin-anew.ts';
import type { AppContext } from './context.ts';
import { PLACE_TABLES, placeThings } from './place-things.ts';
import { PlacingBatch } from './placing-batch.ts';
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
  { onProgress, ...control }: ImportControl,
): Promise<ImportResult> {
  const { value, journalId } = await write(
    database,
    { tables: [...PLACE_TABLES, 'imports'], nowMs: clock.nowMs(), label: 'run-import', isDurable: true },
    async (writer) => {
      const newId = risingRecordIds(clock.nowMs());
      let saidToo: SourceRecordId[] = [];
      let part = 0;
      const {
        conflicts: _conflicts,
        withdrawn: _withdrawn,
        ...placed
      } = await placeThings(things, {
        winner,
        kinds,
        batch: () => new PlacingBatch(writer, newId),
        onPlaced: ({ state }, { id }) => {
          if (state === 'same') {
            saidToo.push(id);
          }
        },
        onPart: async (done) => {
          await addSaidToo(database, writer.journalId, part, saidToo);
          saidToo = [];
          part += 1;
          onProgress?.(done);
          stay(control);
          if (done < things.length) {
            await writer.spill();
          }
        },
      });
      const counts: ImportCounts = { rows, skipped, ...placed };
      await database.imports.add({
        id,
        atMs: clock.nowMs(),
        journalId: writer.journalId,
        sources: [...new Set(things.map(({ source }) => source))],
        files,
        counts,
        ...(unread.length > 0 && { unread }),
      });
      return counts;
    },
  );
  return { id, journalId, counts: value };
}
