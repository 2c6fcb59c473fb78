import type { RequestId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveRequest } from './move-request.ts';

/** Withdraws a request, or closes it: those that still wait are told, and nothing more is taken. Throws as `moveRequest`. */
export function endRequest(
  context: AppContext,
  { id, as }: { readonly id: RequestId; readonly as: 'withdrawn' | 'closed' },
): Promise<Moved> {
  return moveRequest(context, id, { kind: 'end', as });
}
