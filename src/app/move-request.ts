import type { RequestRefusal } from '../domain/cast-request.ts';
import { AppError } from '../domain/errors.ts';
import type { RequestId, ThreadId } from '../domain/ids.ts';
import type { ThreadRefusal } from '../domain/thread.ts';
import type { RequestEvent, RequestStep } from '../policy/request/request-event.ts';
import { stepRequest } from '../policy/request/step-request.ts';
import type { Database } from '../store/database.ts';
import { isKeptRequest, type KeptRequest, type ThreadRow } from '../store/request-rows.ts';
import { threadsOf } from '../store/threads-of.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { Writer } from '../store/writer.ts';
import type { AppContext } from './context.ts';
import { keepMoves, REQUEST_TABLES } from './keep-step.ts';
import { movesOf } from './thread-moves.ts';

/** What became of it: nothing was written where it was refused, or had come before. */
export interface Moved {
  readonly refusal?: RequestRefusal | ThreadRefusal;
  readonly isAgain?: true;
}

/**
 * Does something with a request and all its threads, in one transaction that is on the disk before anything is said of it.
 *
 * @throws {AppError} `not-found`; `storage-full`, `storage-unavailable`
 */
export function moveRequest({ database, clock }: AppContext, id: RequestId, event: RequestEvent): Promise<Moved> {
  const options = { tables: REQUEST_TABLES, nowMs: clock.nowMs(), isDurable: true };
  return writeIfNeeded(database, options, async (begin) => {
    const row = await keptRequest(database, id);
    return moveIn(begin, { row, threads: await threadsOf(database, id), event, nowMs: options.nowMs });
  });
}

/**
 * Does something in one thread, and in its request only what follows from it.
 *
 * @throws {AppError} as {@link moveRequest}
 */
export function moveThread(
  { database, clock }: AppContext,
  id: ThreadId,
  eventFor: (row: ThreadRow) => RequestEvent,
): Promise<Moved> {
  const options = { tables: REQUEST_TABLES, nowMs: clock.nowMs(), isDurable: true };
  return writeIfNeeded(database, options, async (begin) => {
    const thread = await database.threads.get(id);
    if (!thread) {
      throw new AppError('not-found', 'There is no such thread.');
    }
    const row = await keptRequest(database, thread.requestId);
    return moveIn(begin, { row, threads: [thread], event: eventFor(thread), nowMs: options.nowMs });
  });
}

export interface Move {
  readonly row: KeptRequest;
  readonly threads: readonly ThreadRow[];
  readonly event: RequestEvent;
  readonly nowMs: number;
}

/** Decides, and writes what was decided; inside a transaction over {@link REQUEST_TABLES}. */
export async function moveIn(begin: () => Promise<Writer>, { row, threads, event, nowMs }: Move): Promise<Moved> {
  const all = threads.map(({ thread }) => thread);
  const step = stepRequest(row.cast, all, event, nowMs);
  const told = step.effects.flatMap((effect) => (effect.kind === 'remind' ? [effect.of] : []));
  await keepMoves(begin, { row, cast: step.cast, moves: movesOf(threads, step), told });
  return movedBy(step);
}

export function movedBy({ refusal, isAgain }: RequestStep): Moved {
  return { ...(refusal !== undefined && { refusal }), ...(isAgain && { isAgain }) };
}

/** @throws {AppError} `not-found` */
export async function keptRequest({ requests }: Database, id: RequestId): Promise<KeptRequest> {
  const row = await requests.get(id);
  if (!isKeptRequest(row)) {
    throw new AppError('not-found', 'There is no such request.');
  }
  return row;
}
