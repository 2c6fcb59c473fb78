import type { MessageId } from '../../domain/ids.ts';
import type { Order } from '../../domain/order.ts';
import type { DeliveryDetails } from '../../domain/request-for-proposals.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import { cac, cbc, ublDocument } from './ubl-element.ts';
import {
  addressOf,
  amount,
  charge,
  customer,
  day,
  itemOf,
  quantity,
  seller,
  time,
  type UblParties,
} from './ubl-parts.ts';

export interface OrderParts extends UblParties {
  /** At least one line: UBL has no order of nothing. */
  readonly order: Order;
  readonly quote: MessageId;
  readonly currency: CurrencyCode;
  readonly delivery: DeliveryDetails;
  readonly acceptedAtMs: number;
}

/** An accepted quote as UBL's Order. It has the address in it: it is the person's own file. */
export function orderDocument(parts: OrderParts): string {
  const { order, quote, currency, delivery, vendor, person, acceptedAtMs } = parts;
  const { dueBy } = order;
  return ublDocument('Order', [
    cbc('ID', order.number),
    cbc('IssueDate', day(acceptedAtMs)),
    cbc('IssueTime', time(acceptedAtMs)),
    cbc('Note', delivery.words),
    cbc('DocumentCurrencyCode', currency),
    cbc('LineCountNumeric', order.lines.length),
    cac('QuotationDocumentReference', [cbc('ID', quote)]),
    customer('BuyerCustomerParty', person, delivery),
    seller(vendor),
    cac('Delivery', [
      cbc('LatestDeliveryDate', dueBy !== undefined && dueBy.length >= 10 ? dueBy.slice(0, 10) : undefined),
      addressOf('DeliveryAddress', delivery),
    ]),
    charge('FC', 'Freight', order.freight),
    charge('HD', 'Handling', order.handling),
    order.tax && cac('TaxTotal', [amount('TaxAmount', order.tax)]),
    order.total && cac('AnticipatedMonetaryTotal', [amount('PayableAmount', order.total)]),
    ...order.lines.map((line, index) =>
      cac('OrderLine', [
        cac('LineItem', [
          cbc('ID', index + 1),
          cbc('Note', line.offer === undefined ? 'Not in the quote' : `Offer: ${line.offer}`),
          ...(line.options ?? []).map((option) => cbc('Note', `Option: ${option}`)),
          quantity('Quantity', line.quantity),
          amount('LineExtensionAmount', line.amount),
          itemOf({ name: line.name, identifiers: [] }),
        ]),
      ]),
    ),
  ]);
}
