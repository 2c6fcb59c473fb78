import type { ThreadId } from '../domain/ids.ts';
import type { ThreadEvent } from '../policy/request/thread-event.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { AppContext } from './context.ts';
import { REQUEST_TABLES } from './keep-step.ts';
import { keptRequest } from './move-request.ts';
import { RequestTurn } from './request-turn.ts';

/** What became of a message that was handed to a vendor's endpoint, or of a look at its status address that found no answer. */
export type WorkReport = Extract<ThreadEvent, { readonly kind: 'delivered' | 'undelivered' | 'polled' }>;

/**
 * Writes down what became of work. Until then it is to be done, also after the background died over it: thread and number
 * are the same then, so that the vendor knows it again. A report of what is done already changes nothing.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export async function reportWork(
  { database, clock }: AppContext,
  { thread: id, report }: { readonly thread: ThreadId; readonly report: WorkReport },
): Promise<void> {
  const nowMs = clock.nowMs();
  await writeIfNeeded(database, { tables: REQUEST_TABLES, nowMs }, async (begin) => {
    const thread = await database.threads.get(id);
    if (!thread) {
      return;
    }
    const row = await keptRequest(database, thread.requestId);
    const work = report.kind === 'polled' ? `${id} poll` : `${id} send ${report.number}`;
    const isWaiting = (await database.outbox.get(work)) !== undefined;
    const turn = new RequestTurn(row, [thread], nowMs);
    turn.happen(id, report);
    await turn.keep(begin, isWaiting ? [work] : []);
  });
}
