import type { ThreadId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveThread } from './move-request.ts';

/** Shows a vendor that answered the first stage all the rest but where exactly. Throws as `moveThread`. */
export function showRest(context: AppContext, { thread }: { readonly thread: ThreadId }): Promise<Moved> {
  return moveThread(context, thread, () => ({ kind: 'in-thread', thread, event: { kind: 'show-rest' } }));
}
