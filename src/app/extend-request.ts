import type { RequestId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveRequest } from './move-request.ts';

/** Gives vendors more time: later than before, else it is refused. Those that were asked are told. Throws as `moveRequest`. */
export function extendRequest(
  context: AppContext,
  { id, ...until }: { readonly id: RequestId; readonly lapsesAtMs: number; readonly answerByMs?: number },
): Promise<Moved> {
  return moveRequest(context, id, { kind: 'extend', ...until });
}
