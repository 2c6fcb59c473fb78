import type { Origin, ThreadId } from '../domain/ids.ts';
import type { VendorMessage } from '../domain/thread-message.ts';
import { REQUEST_LIMITS } from '../policy/request/request-limits.ts';
import type { GarbledReason } from '../policy/request/thread-event.ts';
import type { ThreadRow } from '../store/request-rows.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { AppContext } from './context.ts';
import { REQUEST_TABLES } from './keep-step.ts';
import { keptRequest, type Moved, moveIn } from './move-request.ts';

export interface VendorSays {
  readonly origin: Origin;
  /** As the vendor knows the request. */
  readonly thread: ThreadId;
  /** What it says, or why that can't be read. */
  readonly said: VendorMessage | GarbledReason;
  /** It was found at the vendor's status address. */
  readonly isPolled?: true;
}

/**
 * Takes in what a vendor says, once: the same id again changes nothing, and gets the same answer. Of a thread that is
 * another's, of none, and to a vendor that is blocked the answer is the same, and nothing is kept.
 *
 * Not waited for until it is on the disk: what a power cut loses, the vendor says again when it is asked again.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`: then the vendor has to be told that it was not taken
 */
export function takeReply({ database, clock }: AppContext, says: VendorSays): Promise<Moved> {
  const { origin, thread: id, said, isPolled } = says;
  const nowMs = clock.nowMs();
  return writeIfNeeded(database, { tables: [...REQUEST_TABLES, 'vendors'], nowMs }, async (begin) => {
    const [vendor, thread] = await Promise.all([database.vendors.get(origin), database.threads.get(id)]);
    if (thread?.vendor !== origin || vendor?.isBlocked !== false) {
      return { refusal: 'no-thread' };
    }
    if (isTooMuch(thread, said)) {
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
      { done: isPolled ? [`${id} poll`] : [] },
    );
  });
}

/** Beyond what is kept of one vendor in one thread. It can still confirm an order. */
function isTooMuch({ length, thread }: ThreadRow, said: VendorMessage | GarbledReason): boolean {
  return (
    typeof said !== 'string' &&
    said.kind !== 'confirmation' &&
    !thread.heard.some(({ id }) => id === said.id) &&
    length + JSON.stringify(said).length > REQUEST_LIMITS.storyLength
  );
}
