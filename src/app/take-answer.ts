import type { Origin, ThreadId } from '../domain/ids.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { Writer } from '../store/writer.ts';
import type { AppContext } from './context.ts';
import { hearInThread, type SaidAndSigned } from './hear-in-thread.ts';
import { REQUEST_TABLES } from './keep-step.ts';
import { keptRequest, moveIn } from './move-request.ts';

/** What an endpoint answered to a message, by its number, or what was found at the status address. */
export interface EndpointSays {
  readonly origin: Origin;
  readonly thread: ThreadId;
  readonly to:
    | { readonly kind: 'message'; readonly number: number; readonly statusUrl?: string }
    | { readonly kind: 'poll' };
  readonly said: readonly SaidAndSigned[];
}

/**
 * Takes in an answer as a whole: that the message arrived, where the rest will be, and each thing that was said. Dying over it
 * leaves all of it to be done again, and the vendor knows the message; nothing is heard without the other. An answer that
 * only repeats what was said before is as good as none.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export async function takeAnswer(
  { database, clock }: AppContext,
  { origin, thread: id, to, said }: EndpointSays,
): Promise<void> {
  const nowMs = clock.nowMs();
  await writeIfNeeded(database, { tables: [...REQUEST_TABLES, 'vendors'], nowMs }, async (start) => {
    let writer: Promise<Writer> | undefined;
    const begin = (): Promise<Writer> => (writer ??= start());
    const [vendor, before] = await Promise.all([database.vendors.get(origin), database.threads.get(id)]);
    if (before?.vendor !== origin || vendor?.isBlocked !== false) {
      return;
    }
    const work = to.kind === 'poll' ? `${id} poll` : `${id} send ${to.number}`;
    const done = (await database.outbox.get(work)) ? [work] : [];
    if (to.kind === 'message') {
      const { number, statusUrl } = to;
      const event = { kind: 'delivered', number, ...(statusUrl !== undefined && { statusUrl }) } as const;
      await moveIn(
        begin,
        {
          row: await keptRequest(database, before.requestId),
          threads: [before],
          event: { kind: 'in-thread', thread: id, event },
          nowMs,
        },
        { done, taken: [number] },
      );
    }
    let isNews = false;
    for (const one of said) {
      const { isAgain } = await hearInThread(database, begin, { id, ...one, nowMs }, { done });
      isNews ||= isAgain !== true;
    }
    const after = await database.threads.get(id);
    if (to.kind === 'poll' && !isNews && after) {
      const event = { kind: 'in-thread', thread: id, event: { kind: 'polled', found: 'nothing' } } as const;
      const row = await keptRequest(database, after.requestId);
      await moveIn(begin, { row, threads: [after], event, nowMs }, { done });
    }
  });
}
