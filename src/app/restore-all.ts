import { nextStamp, type Stamp } from '../domain/clock.ts';
import { AppError } from '../domain/errors.ts';
import type { HeldGrant } from '../domain/grant.ts';
import { newRecordId, type RecordId } from '../domain/ids.ts';
import type { Database } from '../store/database.ts';
import { linked } from '../store/linked.ts';
import { OWN_TABLES, REQUEST_TABLES } from '../store/own-tables.ts';
import { write } from '../store/write.ts';
import type { RowOf, Writer } from '../store/writer.ts';
import { EXPORT_TABLES } from '../transfer/export-lines.ts';
import type { AppContext } from './context.ts';
import { type ExportFile, planRestore, type RestorePlan } from './plan-restore.ts';
import type { RestoreStep, TableCounts } from './restore-step.ts';
import { problemsIn } from './preview-restore.ts';
import { turnJournal } from './turn-journal.ts';
import type { OnProgress } from './work-progress.ts';

/** So many are held at once. */
const STEPS = 4_000;

export interface RestoreOptions {
  /** The person knows what does not hold together in the file, and wants it all the same. */
  readonly isWanted?: boolean;
  /** Of the change, where somebody has to know it beforehand. */
  readonly journalId?: RecordId;
  /** What was before goes into the journal in parts of about so many records. */
  readonly stepsAtOnce?: number;
  /** Hears how many records are written, of how many. What is written counts only once all of it is. */
  readonly onProgress?: OnProgress;
}

export interface Restored {
  readonly journalId: RecordId;
  readonly counts: readonly TableCounts[];
}

/**
 * Makes the person's data what a file says, all of it or nothing. It is one change, and can be undone.
 *
 * What sites were given and read only gains what is missing here, and a grant that comes with the file is ended: a
 * restore gives nobody anything, whatever was revoked since. Sites come unconnected; those that are here stay as they are.
 *
 * @throws {AppError} `bad-request` when something does not hold together; `storage-full`, `storage-unavailable`
 */
export async function restoreAll(
  context: AppContext,
  file: ExportFile,
  { isWanted = false, stepsAtOnce = STEPS, journalId: id, onProgress }: RestoreOptions = {},
): Promise<Restored> {
  const { database, clock } = context;
  if (!isWanted && (await problemsIn(file)).length > 0) {
    throw new AppError('bad-request', 'The file does not hold together.');
  }
  const { value, journalId } = await write(
    database,
    {
      tables: EXPORT_TABLES,
      nowMs: clock.nowMs(),
      label: 'restore-backup',
      isDurable: true,
      ...(id !== undefined && { journalId: id }),
    },
    async (writer) => {
      onProgress?.({ progress: 'placing', done: 0 });
      const plan = await planRestore(context, file);
      await turnJournal(database, writer.journalId, file);
      await apply(writer, plan, { stepsAtOnce, onProgress });
      onProgress?.({ progress: 'finishing', done: 0 });
      await catchUp(database, writer, file);
      return plan.counts;
    },
  );
  return { journalId, counts: value };
}

async function apply(
  writer: Writer,
  { steps, vendors, logs, ended }: RestorePlan,
  { stepsAtOnce, onProgress }: { readonly stepsAtOnce: number; readonly onProgress: OnProgress | undefined },
): Promise<void> {
  let done = 0;
  onProgress?.({ progress: 'writing', done, total: steps.length });
  for (const [index, part] of partsOf(steps, stepsAtOnce).entries()) {
    if (index > 0) {
      await writer.spill();
    }
    await takeSteps(writer, part);
    done += part.length;
    onProgress?.({ progress: 'writing', done, total: steps.length });
  }
  await writer.putAll('vendors', vendors);
  for (const { table, rows } of logs) {
    await Promise.all(rows.map((row) => writer.append(table, row as RowOf<typeof table>)));
  }
  const { nowMs, stamp } = writer;
  for (const { id, origin } of ended as readonly HeldGrant[]) {
    const change = {
      id: newRecordId(nowMs),
      grantId: id,
      origin,
      kind: 'revoked',
      atMs: nowMs,
      createdAt: stamp,
    } as const;
    await writer.append('grantChanges', change);
  }
}

/** Steps in parts, those of one thing, or of two that were one, in one part: it can be undone without the others. */
function partsOf(steps: readonly RestoreStep[], stepsAtOnce: number): RestoreStep[][] {
  const parts: RestoreStep[][] = [];
  for (const ofOne of linked(steps, ({ things }) => things)) {
    const last = parts.at(-1);
    const part = last && last.length < stepsAtOnce ? last : [];
    if (part !== last) {
      parts.push(part);
    }
    for (const step of ofOne) {
      part.push(step);
    }
  }
  return parts;
}

async function takeSteps(writer: Writer, steps: readonly RestoreStep[]): Promise<void> {
  for (const table of [...OWN_TABLES, ...REQUEST_TABLES]) {
    const mine = steps.filter((step) => step.table === table);
    const put = mine.flatMap(({ record }) => record ?? []);
    await writer.remove(
      table,
      mine.filter(({ record }) => record === undefined).map(({ key }) => key),
    );
    await writer.putAll(table, put as RowOf<typeof table>[]);
  }
}

/** The clock never stands before a record: whatever is written next is later than all that came with the file. */
async function catchUp(database: Database, { stamp, nowMs }: Writer, { tables }: ExportFile): Promise<void> {
  const theirs = (tables.get('meta')?.get('clock') as { readonly stamp: Stamp } | undefined)?.stamp;
  const row = await database.meta.get('clock');
  if (theirs !== undefined && theirs > stamp && row?.key === 'clock') {
    await database.meta.put({ ...row, stamp: nextStamp(theirs, nowMs, row.node) });
  }
}
