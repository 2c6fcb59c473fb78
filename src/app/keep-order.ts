import type { RequestId } from '../domain/ids.ts';
import type { Fulfilment } from '../domain/order.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveRequest } from './move-request.ts';

/**
 * What came, when, and what was charged, as the person says: the request is over with it. What differs from what was agreed
 * is then told by `reconcile`. Throws as `moveRequest`.
 */
export function keepOrder(
  context: AppContext,
  { id, fulfilment }: { readonly id: RequestId; readonly fulfilment: Fulfilment },
): Promise<Moved> {
  return moveRequest(context, id, { kind: 'keep', fulfilment });
}
