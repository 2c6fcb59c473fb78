import { nextStamp, type Stamp } from '../domain/clock.ts';
import { AppError } from '../domain/errors.ts';
import type { HeldGrant } from '../domain/grant.ts';
import { newRecordId, type RecordId } from '../domain/ids.ts';
import type { Database } from '../store/database.ts';
import { write } from '../store/write.ts';
import type { RowOf, Writer } from '../store/writer.ts';
import { EXPORT_TABLES } from '../transfer/export-lines.ts';
import type { AppContext } from './context.ts';
import {
  type ExportFile,
  planRestore,
  REPLACED,
  type RestorePlan,
  type RestoreStep,
  type TableCounts,
} from './plan-restore.ts';
import { problemsIn } from './preview-restore.ts';

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
 * @param isWanted - the person knows what does not hold together in it, and wants it all the same
 * @param journalId - of the change, where somebody has to know it beforehand
 * @throws {AppError} `bad-request` when something does not hold together; `storage-full`, `storage-unavailable`
 */
export async function restoreAll(
  context: AppContext,
  file: ExportFile,
  { isWanted = false, journalId: id }: { readonly isWanted?: boolean; readonly journalId?: RecordId } = {},
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
      const plan = await planRestore(context, file);
      await apply(writer, plan);
      await catchUp(database, writer, file);
      return plan.counts;
    },
  );
  return { journalId, counts: value };
}

/** So many steps are held at once; what was before goes into the journal part by part. */
const STEPS = 4_000;

async function apply(writer: Writer, { steps, vendors, logs, ended }: RestorePlan): Promise<void> {
  for (const [index, part] of partsOf(steps).entries()) {
    if (index > 0) {
      await writer.spill();
    }
    await takeSteps(writer, part);
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

/** Steps in parts, those of one thing in one part: it can be undone without the others. */
function partsOf(steps: readonly RestoreStep[]): RestoreStep[][] {
  const sorted = steps.toSorted((left, right) => Number(left.thing > right.thing) - Number(left.thing < right.thing));
  const parts: RestoreStep[][] = [];
  for (const [index, step] of sorted.entries()) {
    const part = parts.at(-1);
    if (part && (part.length < STEPS || sorted[index - 1]?.thing === step.thing)) {
      part.push(step);
    } else {
      parts.push([step]);
    }
  }
  return parts;
}

async function takeSteps(writer: Writer, steps: readonly RestoreStep[]): Promise<void> {
  for (const table of REPLACED) {
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
