import { Dexie } from 'dexie';
import type { Origin, RequestId, ThreadId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { ThreadEntry, ThreadRow } from './request-rows.ts';

/** All threads of a request, those that are open first. Inside a transaction. */
export function threadsOf({ threads }: Database, requestId: RequestId): PromiseLike<ThreadRow[]> {
  return threads.where('[requestId+isOver]').between([requestId, Dexie.minKey], [requestId, Dexie.maxKey]).toArray();
}

export async function hasOpenThread({ threads }: Database, requestId: RequestId): Promise<boolean> {
  return (await threads.where('[requestId+isOver]').equals([requestId, 0]).count()) > 0;
}

/** A vendor's threads in which something can still be said. */
export function liveThreadsOf({ threads }: Database, vendor: Origin): PromiseLike<ThreadRow[]> {
  return threads.where('[vendor+isOver]').between([vendor, 0], [vendor, 1], true, true).toArray();
}

export function allThreadsOf({ threads }: Database, vendor: Origin): PromiseLike<ThreadRow[]> {
  return threads.where('[vendor+isOver]').between([vendor, Dexie.minKey], [vendor, Dexie.maxKey]).toArray();
}

/** A thread's story, from its beginning. */
export function storyOf({ messages }: Database, threadId: ThreadId): PromiseLike<ThreadEntry[]> {
  return messages.where('[threadId+place]').between([threadId, Dexie.minKey], [threadId, Dexie.maxKey]).toArray();
}

/** What time moves by now, or what it left behind: the clock was set back behind the beginning of a span. */
export async function dueRequests({ requests, threads }: Database, nowMs: number): Promise<RequestId[]> {
  const own = await requests.where('dueAtMs').belowOrEqual(nowMs).primaryKeys();
  const due = await threads.where('dueAtMs').belowOrEqual(nowMs).toArray();
  const leftBehind = await threads.where('setAtMs').above(nowMs).toArray();
  return [...new Set([...own, ...[...due, ...leftBehind].map(({ requestId }) => requestId)])];
}

/** When time moves something next; `undefined` for never. A rating that is due already waits for the person. */
export async function firstDueAtMs(
  { requests, threads, orders }: Database,
  nowMs: number,
): Promise<number | undefined> {
  const [request] = await requests.orderBy('dueAtMs').limit(1).keys();
  const [thread] = await threads.orderBy('dueAtMs').limit(1).keys();
  const [order] = await orders.where('rateAtMs').above(nowMs).limit(1).keys();
  const times = [request, thread, order].filter((key) => typeof key === 'number');
  return times.length === 0 ? undefined : Math.min(...times);
}
