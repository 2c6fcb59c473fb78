import { read } from '../store/read.ts';
import { isKeptRequest } from '../store/request-rows.ts';
import { dueRequests, firstDueAtMs, threadsOf } from '../store/threads-of.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { AppContext } from './context.ts';
import { REQUEST_TABLES } from './keep-step.ts';
import { moveIn } from './move-request.ts';

/**
 * Does what time has brought by now: messages to be tried again, answers that did not come, requests that are over, reminders.
 * Each request is a transaction of its own: dying between two of them leaves the rest due. Twice at one moment is once.
 */
export async function passTime({ database, clock }: AppContext): Promise<void> {
  const due = await read(database, REQUEST_TABLES, () => dueRequests(database, clock.nowMs()));
  for (const id of due) {
    const nowMs = clock.nowMs();
    await writeIfNeeded(database, { tables: REQUEST_TABLES, nowMs }, async (begin) => {
      const row = await database.requests.get(id);
      if (isKeptRequest(row)) {
        await moveIn(begin, { row, threads: await threadsOf(database, id), event: { kind: 'tick' }, nowMs });
      }
    });
  }
}

/**
 * When {@link passTime} has something to do next.
 *
 * @returns in milliseconds since the Unix epoch; `undefined` when nothing but a message can move anything
 */
export function nextDueAtMs({ database, clock }: AppContext): Promise<number | undefined> {
  return read(database, ['requests', 'threads', 'orders'], () => firstDueAtMs(database, clock.nowMs()));
}
