import { offlineBy } from '../policy/request/offline-by.ts';
import type { AppContext } from './context.ts';
import type { PendingWork } from './pending-work.ts';
import { reportWork } from './report-work.ts';

/** What is done outside of the store, for a vendor. */
export type Delivery = Exclude<PendingWork, { readonly kind: 'tell' }>;

/** Work that was tried just now, and whether the network led to anybody. */
export interface TriedWork {
  readonly work: Delivery;
  readonly isReached: boolean;
}

/**
 * Writes down of what was tried at one time that nobody was reached, and whether that was the person's own network: all of it
 * together tells, one piece can't.
 *
 * @param isOnline - what the browser says
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export async function reportUnreached(
  context: AppContext,
  tried: readonly TriedWork[],
  isOnline: boolean,
): Promise<void> {
  const offline = offlineBy(
    tried.map(({ work, isReached }) => ({ vendor: work.vendor, isReached })),
    isOnline,
  );
  for (const { work } of tried.filter(({ isReached }) => !isReached)) {
    const { thread } = work;
    const report =
      work.kind === 'send'
        ? ({ kind: 'undelivered', number: work.number, ...(offline !== undefined && { offline }) } as const)
        : ({ kind: 'polled', found: offline === undefined ? 'nothing' : 'offline' } as const);
    await reportWork(context, { thread, report });
  }
}
