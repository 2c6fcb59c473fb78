import { strengthOf } from '../domain/identifier.ts';
import type { ItemFacts } from '../domain/item.ts';
import type { Origin, ThreadId } from '../domain/ids.ts';
import { isOffered } from '../policy/request/check-quote.ts';
import { read } from '../store/read.ts';
import { isKeptRequest, type OrderRow } from '../store/request-rows.ts';
import type { Database } from '../store/database.ts';
import { ordersToRate } from './ask-for-rating.ts';
import { acceptedOf } from './checkout-files.ts';
import type { AppContext } from './context.ts';

/** Something the person bought, and was not yet asked about. */
export interface BoughtThings {
  /** Of the order. */
  readonly id: string;
  readonly vendor: Origin;
  readonly things: readonly ItemFacts[];
}

/** What came of orders that it is time to ask about; oldest first. Asking is `askForRating`'s. */
export async function thingsToRate(context: AppContext): Promise<BoughtThings[]> {
  const { database } = context;
  const orders = await ordersToRate(context);
  return read(database, ['threads', 'requests'], () =>
    Promise.all(
      orders.map(async (order) => ({ id: order.id, vendor: order.vendor, things: await thingsOf(database, order) })),
    ),
  );
}

/** As the vendor described them in its quote: of what did not come nobody is asked. */
async function thingsOf(database: Database, order: OrderRow): Promise<ItemFacts[]> {
  const thread = await database.threads.get(order.id as ThreadId);
  const row = thread && (await database.requests.get(thread.requestId));
  const accepted = thread && acceptedOf(thread.thread);
  if (!accepted || !isKeptRequest(row)) {
    return [];
  }
  const came = new Set(order.fulfilment?.lines.map(({ offer }) => offer));
  const { lines, kind } = row.cast.request;
  return accepted.quote.lines
    .filter(isOffered)
    .filter(({ key }) => came.has(key))
    .map(({ line, name, brand, identifiers }) => {
      const wanted = lines.find(({ number }) => number === line)?.wanted;
      return {
        kind: wanted?.kind === 'item' ? wanted.itemKind : kind,
        name,
        ...(brand !== undefined && { brand }),
        identifiers: identifiers.filter((identifier) => strengthOf(identifier) === 'strong'),
      };
    });
}
