import type { Origin } from '../domain/ids.ts';
import type { Proposal } from '../domain/proposal.ts';
import { REQUEST_LIMITS } from '../policy/request/request-limits.ts';
import { waitingOf } from '../store/proposals-of.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { AppContext } from './context.ts';

export interface TakenProposal {
  readonly refusal?: 'no-thread' | 'too-many';
  readonly isAgain?: true;
}

/**
 * Puts what a connected vendor proposes into the inbox, once: the same id again changes nothing. It waits there until the
 * person says; a vendor never learns what.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export function takeProposal(
  { database, clock }: AppContext,
  { origin, proposal }: { readonly origin: Origin; readonly proposal: Proposal },
): Promise<TakenProposal> {
  const nowMs = clock.nowMs();
  return writeIfNeeded(database, { tables: ['vendors', 'proposals'], nowMs }, async (begin) => {
    const id = `${origin} ${proposal.id}`;
    const vendor = await database.vendors.get(origin);
    if (vendor?.isConnected !== true || vendor.isBlocked) {
      return { refusal: 'no-thread' };
    }
    if (await database.proposals.get(id)) {
      return { isAgain: true };
    }
    if ((await waitingOf(database, origin)) >= REQUEST_LIMITS.proposals) {
      return { refusal: 'too-many' };
    }
    const { stamp } = await begin();
    const written = { createdAt: stamp, updatedAt: stamp };
    await database.proposals.add({ id, vendor: origin, proposal, atMs: nowMs, state: 'waiting', ...written });
    return {};
  });
}
