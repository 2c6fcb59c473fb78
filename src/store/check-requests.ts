import type { RequestPhase } from '../domain/cast-request.ts';
import type { RequestId, ThreadId } from '../domain/ids.ts';
import { eachRow } from './each-row.ts';
import { isKeptRequest, type ThreadRow } from './request-rows.ts';
import type { RowSource } from './row-chunks.ts';
import type { ProblemCode } from './store-problem.ts';

type Holds = (isSo: boolean, code: ProblemCode, ...figures: readonly string[]) => void;

/** Of a thread, what others must agree with. */
interface KnownThread extends Pick<ThreadRow, 'entries'> {
  /** What it waits to say, and where it looks. */
  readonly waits: ReadonlySet<string>;
  found: number;
}

/** What must hold of requests whatever was done to them: no thread without its request, no acceptance beside another. */
export async function checkRequests(rows: RowSource, holds: Holds): Promise<void> {
  const phases = new Map<RequestId, RequestPhase>();
  await eachRow(rows, 'requests', (row) => {
    if (isKeptRequest(row)) {
      phases.set(row.id, row.cast.phase);
    }
  });
  await eachRow(rows, 'requestVersions', ({ id, requestId }) => {
    holds(phases.has(requestId), 'version-strays', id);
  });
  const threads = await checkThreads(rows, holds, phases);
  await eachRow(rows, 'messages', ({ id, threadId }) => {
    const thread = threads.get(threadId);
    holds(thread !== undefined, 'message-homeless', id);
    if (thread) {
      thread.found += 1;
    }
  });
  for (const [id, { entries, found }] of threads) {
    holds(entries === found, 'story-broken', id, String(entries), String(found));
  }
  await eachRow(rows, 'orders', ({ id, from }) => {
    holds(from.kind === 'proposal' || threads.has(id as ThreadId), 'order-homeless', id);
  });
  await eachRow(rows, 'outbox', ({ id, requestId, threadId, work }) => {
    const thread = threadId === undefined ? undefined : threads.get(threadId);
    const isFor =
      work.kind === 'tell'
        ? phases.has(requestId) && (threadId === undefined || thread !== undefined)
        : thread?.waits.has(work.kind === 'send' ? String(work.number) : work.statusUrl);
    holds(isFor === true, 'work-homeless', id);
  });
}

async function checkThreads(
  rows: RowSource,
  holds: Holds,
  phases: ReadonlyMap<RequestId, RequestPhase>,
): Promise<ReadonlyMap<ThreadId, KnownThread>> {
  const threads = new Map<ThreadId, KnownThread>();
  const accepted = new Map<RequestId, ThreadId>();
  await eachRow(rows, 'threads', ({ id, requestId, thread, isOver, entries }) => {
    const request = phases.get(requestId);
    const numbers = thread.outbox.map(({ number }) => String(number));
    threads.set(id, { entries, waits: new Set([...numbers, thread.poll?.statusUrl ?? '']), found: 0 });
    holds(request !== undefined && thread.requestId === requestId && thread.id === id, 'thread-homeless', id);
    holds(isOver > 0 === (thread.phase.kind === 'ended'), 'thread-outlives', id, requestId);
    holds(isOver > 0 || request?.kind !== 'ended', 'thread-outlives', id, requestId);
    if (thread.phase.kind === 'accepted' || thread.phase.kind === 'ordered') {
      holds(!accepted.has(requestId), 'acceptance-astray', requestId);
      accepted.set(requestId, id);
    }
  });
  for (const [id, phase] of phases) {
    holds((phase.kind === 'accepted' ? phase.thread : undefined) === accepted.get(id), 'acceptance-astray', id);
  }
  return threads;
}
