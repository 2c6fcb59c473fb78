/** What a vendor confirms after an acceptance: schema.org's `Order`. */
import * as v from 'valibot';
import type { Order, OrderLine } from '../../domain/order.ts';
import type { Confirmation } from '../../domain/thread-message.ts';
import { orderCharges } from './charges-schema.ts';
import { present } from './present.ts';
import type { Unnamed } from './unnamed.ts';
import { WIRE_LIMITS } from './wire-limits.ts';
import * as wire from './wire-values.ts';

const orderItem = v.pipe(
  v.strictObject({
    '@type': v.exactOptional(v.literal('OrderItem')),
    /** The `key` of what was offered; absent for what was not in the quote. */
    offer: v.exactOptional(wire.key),
    name: wire.name,
    orderQuantity: wire.quantity,
    priceSpecification: v.exactOptional(wire.price),
  }),
  v.transform(
    ({ offer, name, orderQuantity, priceSpecification }): OrderLine => ({
      ...present({ offer }),
      name,
      quantity: orderQuantity,
      ...present({ amount: priceSpecification }),
    }),
  ),
);

/** What every order says, confirmed or proposed. */
export const orderFields = {
  orderNumber: wire.short,
  orderedItem: wire.list(orderItem, WIRE_LIMITS.orderLines),
  priceSpecification: v.exactOptional(orderCharges),
  orderDelivery: v.exactOptional(
    v.strictObject({
      '@type': v.exactOptional(v.literal('ParcelDelivery')),
      expectedArrivalUntil: wire.moment,
    }),
  ),
};
type OrderFields = v.InferOutput<ReturnType<typeof v.strictObject<typeof orderFields>>>;

export function orderOf({ orderNumber, orderedItem, priceSpecification, orderDelivery }: OrderFields): Order {
  return {
    number: orderNumber,
    lines: orderedItem,
    ...priceSpecification,
    ...present({ dueBy: orderDelivery?.expectedArrivalUntil }),
  };
}

export const confirmationMessage = v.pipe(
  v.strictObject({
    kind: v.literal('confirmation'),
    '@type': v.literal('Order'),
    quote: wire.messageId,
    ...orderFields,
  }),
  v.transform(({ kind, quote, ...order }): Unnamed<Confirmation> => ({ kind, quote, order: orderOf(order) })),
);
