import type { ThreadId } from '../domain/ids.ts';
import type { DeliveryDetails } from '../domain/request-for-proposals.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveThread } from './move-request.ts';

/** Sends an acceptance that failed once more. Throws as `moveThread`. */
export function repeatAcceptance(
  context: AppContext,
  { thread, delivery }: { readonly thread: ThreadId; readonly delivery: DeliveryDetails },
): Promise<Moved> {
  return moveThread(context, thread, () => ({ kind: 'in-thread', thread, event: { kind: 'try-again', delivery } }));
}
