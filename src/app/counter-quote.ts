import type { Counter } from '../domain/counter.ts';
import type { ThreadId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveThread } from './move-request.ts';

/** Says what the person would take instead of a quote as it stands; one at a time. Throws as `moveThread`. */
export function counterQuote(
  context: AppContext,
  { thread, counter }: { readonly thread: ThreadId; readonly counter: Counter },
): Promise<Moved> {
  return moveThread(context, thread, () => ({ kind: 'in-thread', thread, event: { kind: 'counter', counter } }));
}
