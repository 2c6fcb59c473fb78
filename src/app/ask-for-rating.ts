import { read } from '../store/read.ts';
import type { OrderRow } from '../store/request-rows.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/** Orders of which the person was not yet asked what they think, now that it is time to. */
export function ordersToRate({ database, clock }: AppContext): Promise<OrderRow[]> {
  return read(database, ['orders'], () => database.orders.where('rateAtMs').belowOrEqual(clock.nowMs()).toArray());
}

/** The person is asked now, and never again for this order. @returns whether it was to be asked */
export async function askForRating({ database, clock }: AppContext, { id }: { readonly id: string }): Promise<boolean> {
  const nowMs = clock.nowMs();
  const { value } = await write(database, { tables: ['orders'], nowMs }, async (writer) => {
    const order = await database.orders.get(id);
    if (order?.rateAtMs === undefined || order.rateAtMs > nowMs) {
      return false;
    }
    const { rateAtMs: _due, ...rest } = order;
    await writer.put('orders', { ...rest, ratingAskedAtMs: nowMs, updatedAt: writer.stamp });
    return true;
  });
  return value;
}
