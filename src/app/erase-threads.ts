import type { CastRequest } from '../domain/cast-request.ts';
import type { Origin } from '../domain/ids.ts';
import { threadComesBack } from '../policy/request/come-back.ts';
import { ownDueAtMs } from '../policy/request/request-due.ts';
import { isKeptRequest, type ThreadRow } from '../store/request-rows.ts';
import { proposalKeys } from '../store/proposals-of.ts';
import { allThreadsOf, hasOpenThread, storyOf } from '../store/threads-of.ts';
import type { Writer } from '../store/writer.ts';

/**
 * Erases all that passed in requests with a vendor, what was bought there, and what it proposed. The requests stay, without
 * it: one whose quote was accepted there is open again. An undo brings threads back in rest.
 */
export async function eraseThreads(writer: Writer, origin: Origin): Promise<void> {
  const { database } = writer;
  for (const row of await allThreadsOf(database, origin)) {
    const { dueAtMs: _due, setAtMs: _set, ...rest } = row;
    const thread = threadComesBack(row.thread);
    writer.knows('threads', row.id, { ...rest, thread, isOver: thread.phase.kind === 'ended' ? 2 : 0 });
    await writer.remove('threads', [row.id]);
    await writer.remove(
      'messages',
      (await storyOf(database, row.id)).map(({ id }) => id),
    );
    await writer.remove('orders', [row.id]);
    await database.outbox.where('threadId').equals(row.id).delete();
    await leave(writer, row);
    // A long haggle is megabytes: each in a part of its own.
    await writer.spill();
  }
  await writer.remove('orders', await database.orders.where('vendor').equals(origin).primaryKeys());
  await writer.remove('proposals', await proposalKeys(database, origin));
}

/** The request of a thread that is gone. */
async function leave(writer: Writer, { id, requestId }: ThreadRow): Promise<void> {
  const { database, stamp } = writer;
  const request = await database.requests.get(requestId);
  if (!isKeptRequest(request)) {
    return;
  }
  const { phase } = request.cast;
  const cast: CastRequest =
    phase.kind === 'accepted' && phase.thread === id ? { ...request.cast, phase: { kind: 'open' } } : request.cast;
  const dueAtMs = ownDueAtMs(cast, await hasOpenThread(database, requestId));
  if (cast !== request.cast || dueAtMs !== request.dueAtMs) {
    const { dueAtMs: _due, ...rest } = request;
    await writer.put('requests', { ...rest, cast, ...(dueAtMs !== undefined && { dueAtMs }), updatedAt: stamp });
  }
}
