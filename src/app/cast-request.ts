import { AppError } from '../domain/errors.ts';
import { newPairwiseId, newThreadId, type Origin, type RequestId } from '../domain/ids.ts';
import type { Channel } from '../domain/thread.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import { threadsOf } from '../store/threads-of.ts';
import type { AppContext } from './context.ts';
import { REQUEST_TABLES } from './keep-step.ts';
import { keptRequest, type Moved, moveIn } from './move-request.ts';

export interface CastTo {
  readonly vendor: Origin;
  readonly channel: Channel;
}

/**
 * Casts a request to vendors the person picked by name: each gets a thread with names of its own, and at first as much as the
 * request opens with. More can be asked later.
 *
 * @throws {AppError} `not-found`; `conflict` when a vendor is not connected, or blocked; `storage-full`, `storage-unavailable`
 */
export function castRequest(
  { database, clock }: AppContext,
  { id, to }: { readonly id: RequestId; readonly to: readonly CastTo[] },
): Promise<Moved> {
  const nowMs = clock.nowMs();
  const options = { tables: [...REQUEST_TABLES, 'vendors'], nowMs, isDurable: true } as const;
  return writeIfNeeded(database, options, async (begin) => {
    const vendors = await database.vendors.bulkGet(to.map(({ vendor }) => vendor));
    if (vendors.some((vendor) => vendor?.isConnected !== true || vendor.isBlocked)) {
      throw new AppError('conflict', 'A site is not connected any more.');
    }
    const row = await keptRequest(database, id);
    const asked = to.map(({ vendor, channel }) => ({
      id: newThreadId(),
      vendor,
      person: newPairwiseId(),
      channel,
    }));
    return moveIn(begin, { row, threads: await threadsOf(database, id), event: { kind: 'cast', to: asked }, nowMs });
  });
}
