import { AppError } from '../domain/errors.ts';
import { type Difference, reconcileFulfilment, reconcileOrder } from '../policy/request/reconcile-order.ts';
import { read } from '../store/read.ts';
import type { OrderRow } from '../store/request-rows.ts';
import type { AppContext } from './context.ts';

export type { Difference } from '../policy/request/reconcile-order.ts';

export interface Reconciled {
  readonly order: OrderRow;
  /** How the vendor's confirmation differs from what was accepted. */
  readonly confirmed: readonly Difference[];
  /** How what came differs. Empty before anything came. */
  readonly kept: readonly Difference[];
}

/**
 * Holds an order against the quote it is of.
 *
 * @throws {AppError} `not-found`
 */
export async function reconcile({ database }: AppContext, { id }: { readonly id: string }): Promise<Reconciled> {
  const order = await read(database, ['orders'], () => database.orders.get(id));
  if (!order) {
    throw new AppError('not-found', 'There is no such order.');
  }
  return reconcileRow(order);
}

/** As {@link reconcile}, of an order that was read already. */
export function reconcileRow(order: OrderRow): Reconciled {
  return {
    order,
    confirmed: order.order ? reconcileOrder(order.agreed, order.order) : [],
    kept: order.fulfilment ? reconcileFulfilment(order.agreed, order.fulfilment) : [],
  };
}
