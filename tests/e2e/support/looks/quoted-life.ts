/** Requests with quotes in every shape: two and twelve, in two currencies, with what is to follow and what is not offered. */
import { acceptQuote } from '../../../../src/app/accept-quote.ts';
import { keepOrder } from '../../../../src/app/keep-order.ts';
import { takeProposal } from '../../../../src/app/take-proposal.ts';
import { rateItem } from '../../../../src/app/rate-item.ts';
import type { RequestId } from '../../../../src/domain/ids.ts';
import type { Moment } from '../../../../src/domain/moment.ts';
import type { Quote } from '../../../../src/domain/quote.ts';
import type { RequestForProposals } from '../../../../src/domain/request-for-proposals.ts';
import { DAY, DELIVERY, euro, HOUR, messageId, quantity } from '../../../support/request-samples.ts';
import {
  hear,
  pushchair,
  type Quoted,
  quoted,
  quoteIn,
  quoteNow,
  rainCover,
  vendorNamed,
} from '../../../support/quoted.ts';
import { id, product, stars } from '../../../support/samples.ts';
import type { SeedContext } from './seed.ts';

/** Nothing is sent to any of them. */
const VISITED = { channel: 'visit' } as const;
const LONG_NAME = 'the-shop-for-all-that-has-wheels-and-of-other-things-too';
const HOSTILE = '<b>Best offer!</b> \u202Eeveileb em‬ <img src=x onerror=alert(1)>';

export async function twoQuotes(context: SeedContext, changes: Partial<RequestForProposals> = {}): Promise<Quoted> {
  await rateItem(context, {
    facts: { ...product('Rover Uno', 'gtin:00012345678905'), brand: 'Rover' },
    given: stars(4),
  });
  return quoted(
    context,
    [
      {
        vendor: vendorNamed('pram-house'),
        quote: quoteNow(context, 'a', { words: 'We would put it aside for you until Friday.' }),
      },
      {
        vendor: vendorNamed(LONG_NAME),
        quote: quoteNow(context, 'b', {
          lines: [
            pushchair({
              key: 'x',
              isSubstitute: true,
              name: 'Rover Solo 2',
              condition: 'refurbished',
              warrantyMonths: 6,
              properties: [],
            }),
            { kind: 'pending', line: 2, words: 'Tomorrow.' },
          ],
          freight: { kind: 'unknown' },
          pricing: 'fixed',
          returns: { kind: 'none' },
          words: HOSTILE,
          validFor: 'mainland only',
        }),
      },
    ],
    { ...VISITED, ...changes },
  );
}

/** The person's rule has come to its time, and to a proposal. */
export async function ruledQuotes(context: SeedContext): Promise<RequestId> {
  const nowMs = context.clock.nowMs();
  context.clock.set(nowMs - 8 * HOUR);
  const rule = { pick: 'cheapest', price: euro('560'), deadlineMs: nowMs - HOUR } as const;
  const { id: request } = await twoQuotes(context, { rule });
  context.clock.set(nowMs);
  return request;
}

/** Quotes in two currencies, from good to bad. */
export function twelveQuotes(context: SeedContext): Promise<Quoted> {
  const changes: Partial<Quote>[] = [
    {},
    { freight: { kind: 'included' } },
    { lines: [pushchair({ properties: [] }), rainCover()] },
    { lines: [pushchair(), { kind: 'not-offered', line: 2, reason: 'out-of-stock' }] },
    { lines: [pushchair(), pushchair({ key: 'z', name: 'Rover Trio', isSubstitute: true }), rainCover()] },
    { tax: { kind: 'excluded' }, handling: { kind: 'charged', amount: euro('4.50') } },
    { lines: [pushchair({ leadTime: { fromDays: 20, toDays: 30 } }), rainCover()] },
    { lines: [pushchair({ condition: 'used', warrantyMonths: 0 }), rainCover({ quantity: quantity('1') })] },
    { returns: { kind: 'none' } },
    {},
  ];
  const inEuro = changes.map((one, place) => ({
    vendor: vendorNamed(`shop-${place}`),
    quote: quoteNow(context, `q${place}`, one),
  }));
  const inDollar = ['north', 'south'].map((name) => ({
    vendor: vendorNamed(name),
    quote: quoteIn(context, name, 'USD'),
  }));
  return quoted(context, [...inEuro, ...inDollar], {
    ...VISITED,
    title: 'A pushchair for the twins, and what goes with it',
  });
}

/** One quote accepted, the other still there. */
export async function acceptedQuote(context: SeedContext): Promise<RequestId> {
  const { id, threads } = await twoQuotes(context);
  const choice = [
    { offer: 'a', options: ['build'] },
    { offer: 'b', options: [] },
  ];
  await acceptQuote(context, {
    thread: threads[0]!.thread,
    acceptance: { quote: messageId('a'), choice, total: euro('583.80') },
    delivery: DELIVERY,
  });
  return id;
}

/** Accepted, and confirmed with another freight and a later day. */
export async function orderedQuote(context: SeedContext): Promise<RequestId> {
  const id = await acceptedQuote(context);
  const thread = (await context.database.threads.toArray()).find(({ vendor }) => vendor === vendorNamed('pram-house'))!;
  const lines = [
    { offer: 'a', name: 'Rover Duo', quantity: quantity('1'), amount: euro('534') },
    { offer: 'b', name: 'Rain cover', quantity: quantity('2'), amount: euro('39.90') },
  ];
  const order = { number: 'B-77/2026', lines, freight: euro('14.90'), total: euro('588.80') };
  await hear(
    context,
    { vendor: thread.vendor, thread: thread.id },
    {
      kind: 'confirmation',
      id: messageId('c1'),
      quote: messageId('a'),
      order,
    },
  );
  return id;
}

/** It came, not all of it, and it was charged less; a while ago. */
export async function keptOrder(context: SeedContext): Promise<RequestId> {
  const nowMs = context.clock.nowMs();
  context.clock.set(nowMs - 20 * DAY);
  const id = await orderedQuote(context);
  context.clock.set(nowMs - 10 * DAY);
  const cameAt = new Date(nowMs - 11 * DAY).toISOString().slice(0, 10) as Moment;
  await keepOrder(context, {
    id,
    fulfilment: {
      lines: [{ offer: 'a', name: 'Rover Duo', quantity: quantity('1') }],
      cameAt,
      charged: euro('549'),
    },
  });
  context.clock.set(nowMs);
  return id;
}

/** An order and a thing owned, in the inbox. */
export async function proposedThings(context: SeedContext): Promise<void> {
  const origin = vendorNamed('pram-house');
  const lines = [{ name: 'Foot muff for winters in the north', quantity: quantity('1'), amount: euro('39') }];
  const order = { number: 'A-2026-1', lines, freight: euro('4.90'), total: euro('43.90') };
  await takeProposal(context, { origin, proposal: { kind: 'order', id: messageId('p1'), order } });
  await takeProposal(context, {
    origin,
    proposal: {
      kind: 'ownership',
      id: messageId('p2'),
      itemKind: 'Product',
      name: '<i>Foot muff</i>',
      brand: 'Rover',
      identifiers: [id('gtin:4006381333931')],
      at: '2026-03' as Moment,
    },
  });
}
