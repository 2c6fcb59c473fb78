import type { RequestId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveRequest } from './move-request.ts';

/** Takes back an acceptance that failed: then another vendor's quote is free to be accepted. Throws as `moveRequest`. */
export function takeBackAcceptance(context: AppContext, { id }: { readonly id: RequestId }): Promise<Moved> {
  return moveRequest(context, id, { kind: 'take-back' });
}
