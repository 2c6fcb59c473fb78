import type { Origin, RequestId, ThreadId } from '../domain/ids.ts';
import type { Database } from '../store/database.ts';
import { isKeptRequest, type ThreadRow } from '../store/request-rows.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { Writer } from '../store/writer.ts';
import type { AppContext } from './context.ts';
import { hearInThread, type SaidAndSigned } from './hear-in-thread.ts';
import { REQUEST_TABLES } from './keep-step.ts';
import { RequestTurn } from './request-turn.ts';

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
 * Takes in answers, each as a whole: that the message arrived, where the rest will be, and each thing that was said. Dying over it
 * leaves all of it to be done again, and the vendor knows the message; nothing is heard without the other. An answer that
 * only repeats what was said before is as good as none.
 *
 * Several are one transaction: they come to what they would come to one after the other, and of what fails, all fails.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export async function takeAnswers({ database, clock }: AppContext, answers: readonly EndpointSays[]): Promise<void> {
  const nowMs = clock.nowMs();
  await writeIfNeeded(database, { tables: [...REQUEST_TABLES, 'vendors'], nowMs }, async (start) => {
    let writer: Promise<Writer> | undefined;
    const begin = (): Promise<Writer> => (writer ??= start());
    const [vendors, rows] = await Promise.all([
      database.vendors.bulkGet(answers.map(({ origin }) => origin)),
      database.threads.bulkGet(answers.map(({ thread }) => thread)),
    ]);
    const heard = answers.flatMap((answer, place) => {
      const row = rows[place];
      const isServed = row?.vendor === answer.origin && vendors[place]?.isBlocked === false;
      return isServed ? [{ answer, row }] : [];
    });
    const turns = await turnsOf(
      database,
      heard.map(({ row }) => row),
      nowMs,
    );
    for (const [id, turn] of turns) {
      const some = heard.filter(({ row }) => row.requestId === id);
      for (const { answer } of some) {
        takeIn(turn, answer);
      }
      const done = some.map(({ answer }) => workIdOf(answer));
      // Only what would write nothing has to know whether the work is there.
      await turn.keep(begin, turn.hasMoved ? done : await waiting(database, done));
    }
  });
}

async function waiting({ outbox }: Database, ids: readonly string[]): Promise<string[]> {
  return (await outbox.bulkGet([...ids])).flatMap((row) => (row ? [row.id] : []));
}

function workIdOf({ thread, to }: EndpointSays): string {
  return to.kind === 'poll' ? `${thread} poll` : `${thread} send ${to.number}`;
}

/** One for each request that is still there. */
async function turnsOf(
  { requests }: Database,
  rows: readonly ThreadRow[],
  nowMs: number,
): Promise<Map<RequestId, RequestTurn>> {
  const ids = [...new Set(rows.map(({ requestId }) => requestId))];
  const kept = (await requests.bulkGet(ids)).filter(isKeptRequest);
  return new Map(
    kept.map((row) => [
      row.id,
      new RequestTurn(
        row,
        rows.filter(({ requestId }) => requestId === row.id),
        nowMs,
      ),
    ]),
  );
}

function takeIn(turn: RequestTurn, { thread, to, said }: EndpointSays): void {
  if (to.kind === 'message') {
    const { number, statusUrl } = to;
    turn.happen(thread, { kind: 'delivered', number, ...(statusUrl !== undefined && { statusUrl }) });
  }
  const isNews = said.map((one) => hearInThread(turn, thread, one)).some(({ isAgain }) => isAgain !== true);
  if (to.kind === 'poll' && !isNews) {
    turn.happen(thread, { kind: 'polled', found: 'nothing' });
  }
}
