import type { ThreadId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveThread } from './move-request.ts';

/** Answers the question that a vendor has open. Throws as `moveThread`. */
export function answerQuestion(
  context: AppContext,
  { thread, words }: { readonly thread: ThreadId; readonly words: string },
): Promise<Moved> {
  return moveThread(context, thread, () => ({ kind: 'in-thread', thread, event: { kind: 'answer', words } }));
}
