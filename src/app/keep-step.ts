import type { SignedMessage } from '../domain/signed-message.ts';
import type { VendorMessage } from '../domain/thread-message.ts';
import type { RequestStep } from '../policy/request/request-event.ts';
import { lastSetAtMs, ownDueAtMs, threadDueAtMs } from '../policy/request/request-due.ts';
import { entryIdOf, type StoryEntry, type ThreadEntry, type ThreadRow } from '../store/request-rows.ts';
import { hasOpenThread } from '../store/threads-of.ts';
import type { TableName } from '../store/table-name.ts';
import type { Writer } from '../store/writer.ts';
import { keepWork } from './keep-work.ts';
import { orderAfter } from './order-after.ts';
import { isSame, movesOf, type ReadRequest, type ThreadMove } from './thread-moves.ts';

/** What a step of a request reads and writes. */
export const REQUEST_TABLES = [
  'requests',
  'requestVersions',
  'threads',
  'messages',
  'outbox',
  'orders',
] as const satisfies TableName[];

export interface StepReport {
  /** Work that is done by it, whatever became of it. */
  readonly done?: readonly string[];
  /** Messages that the vendor now has, by their numbers. */
  readonly taken?: readonly number[];
  /** The message that was heard, as it was signed. */
  readonly signed?: SignedMessage;
}

/**
 * Writes down a step as a whole: the request, its threads, what was said and heard, what is to be done because of it, the
 * order. A step that changes nothing writes nothing, and begins nothing.
 */
export async function keepStep(
  begin: () => Promise<Writer>,
  before: ReadRequest,
  step: RequestStep,
  { done = [], taken = [], signed }: StepReport = {},
): Promise<void> {
  const moves = movesOf(before, step);
  const told = step.effects.flatMap((effect) => (effect.kind === 'remind' ? [effect.of] : []));
  const isMoved = !isSame(before.row.cast, step.cast);
  if (moves.length === 0 && told.length === 0 && done.length === 0 && !isMoved) {
    return;
  }
  const writer = await begin();
  await keepThreads(writer, signed ? moves.map((move) => withSigned(move, signed)) : moves, step);
  await keepWork(writer, { moves, told, done, requestId: before.row.id });
  await keepTaken(writer, moves, taken);
  await keepOrders(writer, moves);
  await keepRequest(writer, before, step);
}

async function keepThreads(writer: Writer, moves: readonly ThreadMove[], { cast }: RequestStep): Promise<void> {
  const { database, stamp, nowMs } = writer;
  const rows: ThreadRow[] = [];
  const story: ThreadEntry[] = [];
  for (const { row, thread, entries } of moves) {
    const { id, requestId, vendor, phase, outbox } = thread;
    const dueAtMs = threadDueAtMs(cast, thread);
    const setAtMs = lastSetAtMs(thread);
    const first = row?.entries ?? 0;
    rows.push({
      id,
      requestId,
      vendor,
      thread,
      isOver: phase.kind === 'ended' ? (outbox.length > 0 ? 1 : 2) : 0,
      ...(dueAtMs !== undefined && { dueAtMs }),
      ...(setAtMs !== undefined && { setAtMs }),
      entries: first + entries.length,
      length: (row?.length ?? 0) + lengthOf(entries),
      ...(row?.reads && { reads: row.reads }),
      createdAt: row?.createdAt ?? stamp,
      updatedAt: stamp,
    });
    for (const [index, entry] of entries.entries()) {
      const place = first + index + 1;
      story.push({
        id: entryIdOf(id, entry, place),
        threadId: id,
        requestId,
        place,
        atMs: nowMs,
        entry,
        createdAt: stamp,
      });
    }
  }
  await database.threads.bulkPut(rows);
  // Added, not put: what is there already can't be said or heard once more.
  await database.messages.bulkAdd(story);
}

async function keepTaken(
  { database, nowMs }: Writer,
  moves: readonly ThreadMove[],
  taken: readonly number[],
): Promise<void> {
  const ids = moves.flatMap(({ thread }) => taken.map((number) => `${thread.id} said ${number}` as ThreadEntry['id']));
  for (const row of ids.length === 0 ? [] : await database.messages.bulkGet(ids)) {
    if (row?.entry.kind === 'said' && row.entry.takenAtMs === undefined) {
      await database.messages.put({ ...row, entry: { ...row.entry, takenAtMs: nowMs } });
    }
  }
}

async function keepOrders(writer: Writer, moves: readonly ThreadMove[]): Promise<void> {
  const { orders } = writer.database;
  for (const { row, thread } of moves) {
    const was = row?.thread.phase.kind;
    const isOf = was === 'accepted' || was === 'ordered' || thread.phase.kind === 'accepted';
    const order = isOf ? orderAfter(await orders.get(thread.id), thread, writer) : undefined;
    if (order) {
      await orders.put(order);
    }
  }
}

async function keepRequest(writer: Writer, { row }: ReadRequest, { cast }: RequestStep): Promise<void> {
  const { database, stamp, nowMs } = writer;
  // Only an open request asks after its threads.
  const isOpen = cast.phase.kind === 'open' && (await hasOpenThread(database, row.id));
  const dueAtMs = ownDueAtMs(cast, isOpen);
  if (isSame(row.cast, cast) && dueAtMs === row.dueAtMs) {
    return;
  }
  const { request } = row.cast;
  if (request.version !== cast.request.version) {
    const id = `${row.id} ${request.version}`;
    await database.requestVersions.put({ id, requestId: row.id, request, replacedAtMs: nowMs, createdAt: stamp });
  }
  const castAtMs = row.castAtMs ?? (cast.phase.kind === 'open' ? nowMs : undefined);
  writer.knows('requests', row.id, row);
  await writer.put('requests', {
    id: row.id,
    cast,
    ...(castAtMs !== undefined && { castAtMs }),
    ...(dueAtMs !== undefined && { dueAtMs }),
    createdAt: row.createdAt,
    updatedAt: stamp,
  });
}

function withSigned(move: ThreadMove, signed: SignedMessage): ThreadMove {
  return { ...move, entries: move.entries.map((entry) => (entry.kind === 'heard' ? { ...entry, signed } : entry)) };
}

function lengthOf(entries: readonly StoryEntry[]): number {
  return entries.reduce(
    (sum, entry) => sum + (entry.kind === 'heard' ? lengthOfHeard(entry.message, entry.signed) : 0),
    0,
  );
}

/** What a message of a vendor takes in its thread's story, in UTF-16 units of JSON. */
export function lengthOfHeard(message: VendorMessage, signed: SignedMessage | undefined): number {
  return JSON.stringify(message).length + (signed?.envelope.length ?? 0);
}
