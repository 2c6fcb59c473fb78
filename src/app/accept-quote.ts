import type { Acceptance } from '../domain/acceptance.ts';
import type { ThreadId } from '../domain/ids.ts';
import type { DeliveryDetails } from '../domain/request-for-proposals.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveThread } from './move-request.ts';

/**
 * Takes a quote as it stands: one of one vendor, once. Only now that vendor gets what delivery needs. Throws as `moveThread`.
 */
export function acceptQuote(
  context: AppContext,
  {
    thread,
    acceptance,
    delivery,
  }: { readonly thread: ThreadId; readonly acceptance: Acceptance; readonly delivery: DeliveryDetails },
): Promise<Moved> {
  return moveThread(context, thread, () => ({ kind: 'accept', thread, acceptance, delivery }));
}
