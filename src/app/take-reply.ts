import type { Origin, ThreadId } from '../domain/ids.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { AppContext } from './context.ts';
import { hearInThread, type SaidAndSigned } from './hear-in-thread.ts';
import { REQUEST_TABLES } from './keep-step.ts';
import { keptRequest, type Moved } from './move-request.ts';
import { RequestTurn } from './request-turn.ts';

export interface VendorSays extends SaidAndSigned {
  readonly origin: Origin;
  /** As the vendor knows the request. */
  readonly thread: ThreadId;
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
  const { origin, thread: id, said, signed } = says;
  const nowMs = clock.nowMs();
  return writeIfNeeded(database, { tables: [...REQUEST_TABLES, 'vendors'], nowMs }, async (begin) => {
    const [vendor, thread] = await Promise.all([database.vendors.get(origin), database.threads.get(id)]);
    if (thread?.vendor !== origin || vendor?.isBlocked !== false) {
      return { refusal: 'no-thread' };
    }
    const turn = new RequestTurn(await keptRequest(database, thread.requestId), [thread], nowMs);
    const moved = hearInThread(turn, id, { said, ...(signed && { signed }) });
    await turn.keep(begin);
    return moved;
  });
}
