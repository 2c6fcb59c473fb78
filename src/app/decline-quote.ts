import type { ThreadId } from '../domain/ids.ts';
import type { LetDownReason } from '../domain/let-down.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveThread } from './move-request.ts';

/** Lets a vendor down kindly, with a reason or none: its part is over. Throws as `moveThread`. */
export function declineQuote(
  context: AppContext,
  { thread, reason }: { readonly thread: ThreadId; readonly reason?: LetDownReason },
): Promise<Moved> {
  const event = { kind: 'let-down', ...(reason !== undefined && { reason }) } as const;
  return moveThread(context, thread, () => ({ kind: 'in-thread', thread, event }));
}
