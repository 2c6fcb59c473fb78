import type { Thread } from '../domain/thread.ts';
import { ratingAskAtMs } from '../policy/request/rating-time.ts';
import { agreedOrder } from '../policy/request/reconcile-order.ts';
import type { OrderRow } from '../store/request-rows.ts';
import type { Writer } from '../store/writer.ts';

/** What became of an order by a step of its thread; `undefined` where it is as it was, or there is none. */
export function orderAfter(
  order: OrderRow | undefined,
  thread: Thread,
  { stamp, nowMs }: Pick<Writer, 'stamp' | 'nowMs'>,
): OrderRow | undefined {
  const { phase } = thread;
  const written = { createdAt: order?.createdAt ?? stamp, updatedAt: stamp };
  if (phase.kind === 'accepted') {
    const { quote, acceptance, acceptedAtMs } = phase;
    return order
      ? undefined
      : {
          id: thread.id,
          vendor: thread.vendor,
          from: { kind: 'request', requestId: thread.requestId },
          orderedAtMs: acceptedAtMs,
          agreed: agreedOrder(quote, acceptance, acceptedAtMs),
          ...written,
        };
  }
  if (phase.kind === 'ordered' && order?.fellThrough) {
    const { fellThrough: _fell, ...standing } = order;
    return { ...standing, ...written };
  }
  if (!order || order.fulfilment || order.fellThrough) {
    return undefined;
  }
  if (phase.kind === 'ordered') {
    return order.order ? undefined : { ...order, order: phase.order, ...written };
  }
  if (phase.kind !== 'ended') {
    return undefined;
  }
  const { end } = phase;
  if (end.as === 'fell-through') {
    return { ...order, fellThrough: end.cause, ...written };
  }
  return end.as === 'kept'
    ? { ...order, fulfilment: end.fulfilment, rateAtMs: ratingAskAtMs(end.fulfilment, nowMs), ...written }
    : { ...order, fellThrough: end.as === 'declined' ? 'declined' : 'failed', ...written };
}
