import type { DeliveryDetails } from '../domain/request-for-proposals.ts';
import type { AcceptedQuote, Thread } from '../domain/thread.ts';
import { addMoney, type Money } from '../domain/money.ts';
import { originIfChoosable } from '../domain/origin.ts';
import { type PickedOffer, pickOffers } from '../policy/request/check-choice.ts';
import { optionPrice, totalToTheDoor } from '../policy/request/total-to-the-door.ts';
import type { OrderRow } from '../store/request-rows.ts';
import {
  checkoutQuote,
  type Checkout,
  type CheckoutLine,
  type MandateKey,
  openCheckoutMandate,
} from '../transfer/checkout.ts';
import { orderDocument } from '../transfer/ubl/order.ts';
import type { AppContext } from './context.ts';
import type { WrittenFile } from './export-comparison.ts';
import { keysOfRelations } from './keys-of-relations.ts';

/** The accepted quote of a thread, while it is accepted, ordered or kept. */
export function acceptedOf({ phase }: Thread): AcceptedQuote | undefined {
  if (phase.kind === 'accepted' || phase.kind === 'ordered') {
    return phase;
  }
  return phase.kind === 'ended' && phase.end.as === 'kept' ? phase.end : undefined;
}

/**
 * Where the accepted quote can be paid for, if the vendor said so: on its own origin. Looked at again, since a thread may come out of
 * a file that somebody restored.
 */
export function checkoutAddressOf(thread: Thread): string | undefined {
  const checkout = acceptedOf(thread)?.quote.checkout;
  return originIfChoosable(checkout) === thread.vendor ? checkout : undefined;
}

/**
 * What is handed to a checkout of the vendor's: ACP's quote id, and where the relation has a key here AP2's open mandate bound to
 * it. Nothing is sent.
 */
export async function checkoutFiles(context: AppContext, thread: Thread): Promise<WrittenFile[]> {
  const checkout = checkoutOf(thread);
  if (!checkout) {
    return [];
  }
  const { vendor, person } = thread;
  const [key] = await keysOfRelations<{ readonly publicKey: MandateKey }>(context, [{ vendor, person }]);
  const mandate = key && openCheckoutMandate(checkout, key.publicKey);
  return [
    { name: 'checkout-quote.json', text: jsonText(checkoutQuote(checkout)) },
    ...(mandate ? [{ name: 'checkout-mandate.json', text: jsonText(mandate) }] : []),
  ];
}

/**
 * The order as UBL, for the person's own papers.
 *
 * @returns `undefined` where there is no line to order
 */
export function orderFile(thread: Thread, row: OrderRow, delivery: DeliveryDetails): WrittenFile | undefined {
  const accepted = acceptedOf(thread);
  const order = { number: row.order?.number ?? thread.id, ...row.agreed };
  if (!accepted || order.lines.length === 0) {
    return undefined;
  }
  const { quote, acceptedAtMs } = accepted;
  const { vendor, person } = thread;
  const { currency, id } = quote;
  const text = orderDocument({ order, quote: id, currency, delivery, vendor, person, acceptedAtMs });
  return { name: 'order.xml', text };
}

/** What was accepted, priced as the person saw it. */
function checkoutOf(thread: Thread): Checkout | undefined {
  const accepted = acceptedOf(thread);
  if (!accepted) {
    return undefined;
  }
  const { quote, acceptance, acceptedAtMs } = accepted;
  const picked = pickOffers(quote, acceptance.choice);
  const price = totalToTheDoor(quote, acceptance.choice);
  if (typeof picked === 'string' || price.kind === 'impossible') {
    return undefined;
  }
  const { goods, freight, handling, tax, total } = price;
  return {
    vendor: thread.vendor,
    quote: quote.id,
    currency: quote.currency,
    lines: price.lines.flatMap(({ amount }, index) => (picked[index] ? [lineOf(picked[index], amount)] : [])),
    goods,
    ...(freight && { freight }),
    ...(handling && { handling }),
    ...(tax && { tax }),
    ...(total && { total }),
    acceptedAtMs,
    validUntilMs: quote.validUntilMs,
  };
}

/** @param whole - with the options */
function lineOf({ offer, quantity, options }: PickedOffer, whole: Money): CheckoutLine {
  const chosen = options.map((option) => ({ ...option, amount: optionPrice(option, quantity) }));
  return {
    offer: offer.key,
    name: offer.name,
    identifiers: offer.identifiers,
    quantity,
    amount: chosen.reduce(
      (rest, { amount: { minor, currency } }) => addMoney(rest, { minor: -minor, currency }),
      whole,
    ),
    options: chosen,
  };
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
