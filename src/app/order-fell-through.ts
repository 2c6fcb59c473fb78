import type { RequestId } from '../domain/ids.ts';
import type { Fall } from '../domain/order.ts';
import type { AppContext } from './context.ts';
import { type Moved, moveRequest } from './move-request.ts';

/**
 * An order that was confirmed came to nothing, as the person says: the request is open again. The vendor is told nothing, and the
 * note stays here. Throws as `moveRequest`.
 */
export function orderFellThrough(
  context: AppContext,
  { id, cause, note }: { readonly id: RequestId } & Fall,
): Promise<Moved> {
  const words = note?.trim() ?? '';
  return moveRequest(context, id, { kind: 'fall-through', cause, ...(words !== '' && { note: words }) });
}
