import { describe, expect, it, vi } from 'vitest';
import { acceptQuote } from '../../../../src/app/accept-quote.ts';
import { checkoutFiles } from '../../../../src/app/checkout-files.ts';
import { keysOfRelations } from '../../../../src/app/keys-of-relations.ts';
import type { Choice } from '../../../../src/domain/acceptance.ts';
import type { Quote } from '../../../../src/domain/quote.ts';
import { totalToTheDoor } from '../../../../src/policy/request/total-to-the-door.ts';
import type { CheckoutQuote, OpenCheckoutMandate } from '../../../../src/transfer/checkout.ts';
import { decimal, DELIVERY, euro, messageId, NOW, quantity } from '../../../support/request-samples.ts';
import { pushchair, quoted, quoteNow, rainCover, vendorNamed } from '../../../support/quoted.ts';
import { testContext } from '../../../support/test-context.ts';

vi.mock('../../../../src/platform/tell.ts', () => ({ requestChanged: vi.fn() }));

const KEY = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
const CHOICE: Choice = [
  { offer: 'a', options: ['red', 'box'], quantity: quantity('3') },
  { offer: 'b', options: [] },
];

/** What is handed over of an accepted quote, and what it was accepted at. */
async function handedOver(changes: Partial<Quote>) {
  const context = testContext();
  context.clock.ms = NOW;
  const box = { key: 'box', name: 'Without the box', amount: euro('-5'), per: 'line' } as const;
  const chair = pushchair();
  const lines = [{ ...chair, options: [...chair.options, box] }, rainCover()];
  const quote = quoteNow(context, 'a', { lines, ...changes });
  const { threads } = await quoted(context, [{ vendor: vendorNamed('one'), quote }]);
  const price = totalToTheDoor(quote, CHOICE);
  const total = price.kind === 'priced' ? price.total : undefined;
  const acceptance = { quote: messageId('a'), choice: CHOICE, ...(total && { total }) };
  await acceptQuote(context, { thread: threads[0]!.thread, acceptance, delivery: DELIVERY });
  const { vendor, thread } = (await context.database.threads.get(threads[0]!.thread))!;
  await keysOfRelations(context, [{ vendor, person: thread.person, isNew: true }], async () => ({ publicKey: KEY }));
  const [file, mandate] = await checkoutFiles(context, thread);
  return {
    total,
    quote: JSON.parse(file!.text) as CheckoutQuote,
    mandate: JSON.parse(mandate!.text) as OpenCheckoutMandate,
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, one) => all + one, 0);
}

describe('checkoutFiles', () => {
  it.each<[string, Partial<Quote>]>([
    ['tax in it', {}],
    ['tax on top', { tax: { kind: 'excluded-rate', percent: decimal('19') } }],
    ['freight and handling', { handling: { kind: 'charged', amount: euro('2.50') } }],
  ])('adds up to the total that was accepted, with what was chosen: %s', async (_what, changes) => {
    const { total, quote } = await handedOver(changes);
    const amountOf = (type: string): number | undefined => quote.totals.find((one) => one.type === type)?.amount;
    const parts = quote.totals.filter(({ type }) => type !== 'total');
    expect(quote.line_items.map(({ id, parent_id: parent, quantity: many }) => [id, parent, many])).toEqual([
      ['a', undefined, '3'],
      ['a/red', 'a', '3'],
      ['a/box', 'a', '1'],
      ['b', undefined, '2'],
    ]);
    expect(sum(quote.line_items.map(({ totals: [one] }) => one.amount))).toBe(amountOf('subtotal'));
    expect(sum(parts.map(({ amount }) => amount))).toBe(amountOf('total'));
    expect(amountOf('total')).toBe(total!.minor);
    expect(quote.currency).toBe('eur');
  });

  it('says no total where nobody knows it', async () => {
    const { total, quote } = await handedOver({ freight: { kind: 'unknown' } });
    expect(total).toBeUndefined();
    expect(quote.totals.map(({ type }) => type)).toEqual(['subtotal']);
  });

  it('lets no more be bought by the mandate than what was chosen, and all of it', async () => {
    const { mandate } = await handedOver({});
    const [{ items }] = mandate.constraints;
    expect(items.map(({ id, quantity: many, acceptable_items: [item] }) => [id, many, item?.title])).toEqual([
      ['a', 3, 'Rover Duo'],
      ['a/red', 3, 'Red cover'],
      ['a/box', 1, 'Without the box'],
      ['b', 2, 'Rain cover'],
    ]);
  });
});
