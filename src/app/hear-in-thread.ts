import type { GarbledReason } from '../policy/request/thread-event.ts';
import { REQUEST_LIMITS } from '../policy/request/request-limits.ts';
import type { ThreadId } from '../domain/ids.ts';
import type { SignedMessage } from '../domain/signed-message.ts';
import type { VendorMessage } from '../domain/thread-message.ts';
import type { Database } from '../store/database.ts';
import type { ThreadRow } from '../store/request-rows.ts';
import type { Writer } from '../store/writer.ts';
import { lengthOfHeard, type StepReport } from './keep-step.ts';
import { keptRequest, type Moved, moveIn } from './move-request.ts';

/** What a vendor says, or why that can't be read. */
export type Said = VendorMessage | GarbledReason;

/** The same beside what it was read from. */
export interface SaidAndSigned {
  readonly said: Said;
  readonly signed?: SignedMessage;
}

/** Takes in what a vendor says in a thread of its own; inside a transaction over `REQUEST_TABLES`. */
export async function hearInThread(
  database: Database,
  begin: () => Promise<Writer>,
  { id, said, signed, nowMs }: SaidAndSigned & { readonly id: ThreadId; readonly nowMs: number },
  report: StepReport = {},
): Promise<Moved> {
  const thread = await database.threads.get(id);
  if (!thread) {
    return { refusal: 'no-thread' };
  }
  if (isTooMuch(thread, { said, ...(signed && { signed }) })) {
    return { refusal: 'too-many' };
  }
  const row = await keptRequest(database, thread.requestId);
  const event =
    typeof said === 'string'
      ? ({ kind: 'garbled', reason: said } as const)
      : ({ kind: 'heard', message: said } as const);
  return moveIn(
    begin,
    { row, threads: [thread], event: { kind: 'in-thread', thread: id, event }, nowMs },
    { ...report, ...(signed && { signed }) },
  );
}

/** Beyond what is kept of one vendor in one thread. It can still confirm an order. */
function isTooMuch({ length, thread }: ThreadRow, { said, signed }: SaidAndSigned): boolean {
  return (
    typeof said !== 'string' &&
    said.kind !== 'confirmation' &&
    !thread.heard.some(({ id }) => id === said.id) &&
    length + lengthOfHeard(said, signed) > REQUEST_LIMITS.storyLength
  );
}
