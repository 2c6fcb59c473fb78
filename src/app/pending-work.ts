import type { Origin, PairwiseId, RequestId, ThreadId } from '../domain/ids.ts';
import type { PersonMessage } from '../domain/thread-message.ts';
import { read } from '../store/read.ts';
import type { EntryId, News } from '../store/request-rows.ts';
import { beginsRelation } from './begins-relation.ts';
import type { AppContext } from './context.ts';

/** Something to be done now, outside of the store. */
export type PendingWork =
  | {
      readonly kind: 'send';
      readonly vendor: Origin;
      readonly isConnected: boolean;
      readonly thread: ThreadId;
      /** With the thread, the message's idempotency key. */
      readonly number: number;
      readonly message: PersonMessage;
      /** The person's name in this thread. */
      readonly person: PairwiseId;
      /** When it was said: the same at every try. */
      readonly atMs: number;
      /** Nothing was ever said in it: its key may not be there yet. */
      readonly isNew: boolean;
    }
  | {
      readonly kind: 'poll';
      readonly vendor: Origin;
      readonly isConnected: boolean;
      readonly thread: ThreadId;
      readonly person: PairwiseId;
      readonly statusUrl: string;
    }
  /** Shown to the person, until they have looked at the request. */
  | { readonly kind: 'tell'; readonly request: RequestId; readonly news: News };

/**
 * All that is to be done now: asked for by whoever wakes up, so that nothing is lost that somebody else died over. Nothing is
 * sent to a vendor that is blocked.
 */
export function pendingWork({ database }: AppContext): Promise<PendingWork[]> {
  return read(database, ['outbox', 'threads', 'vendors', 'messages'], async () => {
    const rows = await database.outbox.toArray();
    const ids = [...new Set(rows.flatMap(({ threadId }) => threadId ?? []))];
    const said = rows.flatMap(({ threadId, work }) =>
      work.kind === 'send' ? [`${threadId ?? ''} said ${work.number}` as EntryId] : [],
    );
    const [found, entries] = await Promise.all([database.threads.bulkGet(ids), database.messages.bulkGet(said)]);
    const threads = new Map(found.flatMap((row) => (row ? [[row.id, row]] : [])));
    const saidAtMs = new Map(entries.flatMap((row) => (row ? [[row.id, row.atMs]] : [])));
    const origins = [...new Set([...threads.values()].map(({ vendor }) => vendor))];
    const vendors = await database.vendors.bulkGet(origins);
    const served = new Map(
      vendors.flatMap((vendor) => (vendor?.isBlocked === false ? [[vendor.origin, vendor.isConnected]] : [])),
    );
    return rows.flatMap(({ requestId, threadId, work }): PendingWork[] => {
      if (work.kind === 'tell') {
        return [{ kind: 'tell', request: requestId, news: work.news }];
      }
      const row = threadId === undefined ? undefined : threads.get(threadId);
      const isConnected = row && served.get(row.vendor);
      if (!row || isConnected === undefined) {
        return [];
      }
      const { vendor, thread } = row;
      if (work.kind === 'poll') {
        return [
          { kind: 'poll', vendor, isConnected, thread: row.id, person: thread.person, statusUrl: work.statusUrl },
        ];
      }
      const { number } = work;
      const outgoing = thread.outbox.find((one) => one.number === number);
      const atMs = saidAtMs.get(`${row.id} said ${number}` as EntryId);
      if (!outgoing || atMs === undefined) {
        return [];
      }
      const { message } = outgoing;
      const { person } = thread;
      const isNew = beginsRelation(thread);
      return [{ kind: 'send', vendor, isConnected, thread: row.id, number, message, person, atMs, isNew }];
    });
  });
}
