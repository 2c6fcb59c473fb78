import type { CastRequest } from '../domain/cast-request.ts';
import type { SignedMessage } from '../domain/signed-message.ts';
import type { VendorMessage } from '../domain/thread-message.ts';
import { lastSetAtMs, ownDueAtMs, threadDueAtMs } from '../policy/request/request-due.ts';
import {
  type EntryId,
  entryIdOf,
  type KeptRequest,
  type StoryEntry,
  type ThreadEntry,
  type ThreadRow,
} from '../store/request-rows.ts';
import { hasOpenThread } from '../store/threads-of.ts';
import type { TableName } from '../store/table-name.ts';
import type { Writer } from '../store/writer.ts';
import { keepWork } from './keep-work.ts';
import { orderAfter } from './order-after.ts';
import { isSame, type ThreadMove } from './thread-moves.ts';

/** What a step of a request reads and writes. */
export const REQUEST_TABLES = [
  'requests',
  'requestVersions',
  'threads',
  'messages',
  'outbox',
  'orders',
] as const satisfies TableName[];

/** What is to be written down of a request. */
export interface Kept {
  /** As it was read. */
  readonly row: KeptRequest;
  /** As it is by now. */
  readonly cast: CastRequest;
  readonly moves: readonly ThreadMove[];
  /** What the person is reminded of. */
  readonly told?: readonly ('lapse' | 'rule')[];
  /** Work that is done by it, whatever became of it. */
  readonly done?: readonly string[];
  /** Messages that their vendors now have. */
  readonly taken?: readonly EntryId[];
}

/**
 * Writes down what a step, or several at one moment, came to: the request, its threads, what was said and heard, what is to be
 * done because of it, the order. What changes nothing writes nothing, and begins nothing.
 */
export async function keepMoves(begin: () => Promise<Writer>, kept: Kept): Promise<void> {
  const { row, cast, moves, told = [], done = [], taken = [] } = kept;
  if (moves.length === 0 && told.length === 0 && done.length === 0 && isSame(row.cast, cast)) {
    return;
  }
  const writer = await begin();
  // Each in tables of its own, or in rows that no other touches: none waits for another.
  await Promise.all([
    keepThreads(writer, moves, cast),
    keepWork(writer, { moves, told, done, requestId: row.id }),
    keepTaken(writer, taken),
    keepOrders(writer, moves),
  ]);
  await keepRequest(writer, row, cast);
}

async function keepThreads(writer: Writer, moves: readonly ThreadMove[], cast: CastRequest): Promise<void> {
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
  // Added, not put: what is there already can't be said or heard once more.
  await Promise.all([database.threads.bulkPut(rows), database.messages.bulkAdd(story)]);
}

async function keepTaken({ database: { messages }, nowMs }: Writer, taken: readonly EntryId[]): Promise<void> {
  const rows = await messages.bulkGet([...taken]);
  await messages.bulkPut(
    rows.flatMap((row): ThreadEntry[] =>
      row?.entry.kind === 'said' && row.entry.takenAtMs === undefined
        ? [{ ...row, entry: { ...row.entry, takenAtMs: nowMs } }]
        : [],
    ),
  );
}

async function keepOrders(writer: Writer, moves: readonly ThreadMove[]): Promise<void> {
  const { orders } = writer.database;
  for (const { row, thread } of moves) {
    const was = row?.thread.phase.kind;
    const { kind } = thread.phase;
    const isOf = was === 'accepted' || was === 'ordered' || kind === 'accepted' || kind === 'ordered';
    const order = isOf ? orderAfter(await orders.get(thread.id), thread, writer) : undefined;
    if (order) {
      await orders.put(order);
    }
  }
}

async function keepRequest(writer: Writer, row: KeptRequest, cast: CastRequest): Promise<void> {
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

/** What messages of a vendor take in its thread's story, in UTF-16 units of JSON. */
export function lengthOf(entries: readonly StoryEntry[]): number {
  return entries.reduce(
    (sum, entry) => sum + (entry.kind === 'heard' ? lengthOfHeard(entry.message, entry.signed) : 0),
    0,
  );
}

/** The same of one message. */
export function lengthOfHeard(message: VendorMessage, signed: SignedMessage | undefined): number {
  return JSON.stringify(message).length + (signed?.envelope.length ?? 0);
}
