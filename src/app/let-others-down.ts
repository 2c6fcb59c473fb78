import type { RequestId } from '../domain/ids.ts';
import type { LetDownReason } from '../domain/let-down.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveRequest } from './move-request.ts';

/** Once a quote is accepted: lets all others down, with one reason or none. Throws as `moveRequest`. */
export function letOthersDown(
  context: AppContext,
  { id, reason }: { readonly id: RequestId; readonly reason?: LetDownReason },
): Promise<Moved> {
  return moveRequest(context, id, { kind: 'let-others-down', ...(reason !== undefined && { reason }) });
}
