import type { Origin, RequestId, ThreadId } from '../domain/ids.ts';
import type { PersonMessage } from '../domain/thread-message.ts';
import { read } from '../store/read.ts';
import type { News } from '../store/request-rows.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { AppContext } from './context.ts';

/** Something to be done now, outside of the store. */
export type PendingWork =
  | {
      readonly kind: 'send';
      readonly vendor: Origin;
      readonly thread: ThreadId;
      /** With the thread, the message's idempotency key. */
      readonly number: number;
      readonly message: PersonMessage;
    }
  | { readonly kind: 'poll'; readonly vendor: Origin; readonly thread: ThreadId; readonly statusUrl: string }
  /** `id` is for {@link markTold}. */
  | { readonly kind: 'tell'; readonly id: string; readonly request: RequestId; readonly news: News };

/**
 * All that is to be done now: asked for by whoever wakes up, so that nothing is lost that somebody else died over. Nothing is
 * sent to a vendor that is blocked.
 */
export function pendingWork({ database }: AppContext): Promise<PendingWork[]> {
  return read(database, ['outbox', 'threads', 'vendors'], async () => {
    const rows = await database.outbox.toArray();
    const ids = [...new Set(rows.flatMap(({ threadId }) => threadId ?? []))];
    const threads = new Map((await database.threads.bulkGet(ids)).flatMap((row) => (row ? [[row.id, row]] : [])));
    const origins = [...new Set([...threads.values()].map(({ vendor }) => vendor))];
    const vendors = await database.vendors.bulkGet(origins);
    const served = new Set(vendors.flatMap((vendor) => (vendor?.isBlocked === false ? [vendor.origin] : [])));
    return rows.flatMap(({ id, requestId, threadId, work }): PendingWork[] => {
      if (work.kind === 'tell') {
        return [{ kind: 'tell', id, request: requestId, news: work.news }];
      }
      const row = threadId === undefined ? undefined : threads.get(threadId);
      if (!row || !served.has(row.vendor)) {
        return [];
      }
      const { vendor, thread } = row;
      if (work.kind === 'poll') {
        return [{ kind: 'poll', vendor, thread: row.id, statusUrl: work.statusUrl }];
      }
      const outgoing = thread.outbox.find(({ number }) => number === work.number);
      return outgoing ? [{ kind: 'send', vendor, thread: row.id, number: work.number, message: outgoing.message }] : [];
    });
  });
}

/** The person was told these: they are not told again. */
export async function markTold({ database, clock }: AppContext, ids: readonly string[]): Promise<void> {
  await writeIfNeeded(database, { tables: ['outbox'], nowMs: clock.nowMs() }, async () => {
    const rows = await database.outbox.bulkGet([...ids]);
    await database.outbox.bulkDelete(rows.flatMap((row) => (row?.work.kind === 'tell' ? [row.id] : [])));
  });
}
