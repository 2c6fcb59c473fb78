import { describe, expect, it } from 'vitest';
import { acceptQuote } from '../../../../src/app/accept-quote.ts';
import { quotesToCompare } from '../../../../src/app/compare-quotes.ts';
import { keepOrder } from '../../../../src/app/keep-order.ts';
import { orderFellThrough } from '../../../../src/app/order-fell-through.ts';
import { ratedMakers } from '../../../../src/app/rated-makers.ts';
import { rateItem } from '../../../../src/app/rate-item.ts';
import { groupQuotes, weigh } from '../../../../src/app/weigh-quotes.ts';
import { type Moment, momentOf } from '../../../../src/domain/moment.ts';
import type { FallCause, Fulfilment } from '../../../../src/domain/order.ts';
import { DAY, DELIVERY, euro, messageId, NOW, quantity } from '../../../support/request-samples.ts';
import { hear, pushchair, quoted, quoteIn, quoteNow, rainCover, vendorNamed } from '../../../support/quoted.ts';
import { id, product, stars } from '../../../support/samples.ts';
import { type TestContext, testContext } from '../../../support/test-context.ts';

function atNow(): TestContext {
  const context = testContext();
  context.clock.ms = NOW;
  return context;
}

const ALL = [
  { offer: 'a', name: 'Rover Duo', quantity: quantity('1') },
  { offer: 'b', name: 'Rain cover', quantity: quantity('2') },
];

/** An order at the vendor `one`, and how it was kept. */
async function ordered(context: TestContext, became: Fulfilment | FallCause | 'declined'): Promise<void> {
  const vendor = vendorNamed('one');
  const { id: requestId, threads } = await quoted(context, [{ vendor, quote: quoteNow(context, 'a') }]);
  const choice = ['a', 'b'].map((offer) => ({ offer, options: [] }));
  const acceptance = { quote: messageId('a'), choice };
  await acceptQuote(context, { thread: threads[0]!.thread, acceptance, delivery: DELIVERY });
  if (isFall(became)) {
    const order = { number: '7', lines: [] };
    await hear(context, threads[0]!, { kind: 'confirmation', id: messageId('c'), quote: messageId('a'), order });
    await orderFellThrough(context, { id: requestId, cause: became });
    return;
  }
  await (became === 'declined'
    ? hear(context, threads[0]!, {
        kind: 'decline',
        id: messageId('no'),
        copy: 1,
        of: 'acceptance',
        reason: 'out-of-stock',
      })
    : keepOrder(context, { id: requestId, fulfilment: became }));
}

function isFall(became: Fulfilment | FallCause | 'declined'): became is FallCause {
  return typeof became === 'string' && became !== 'declined';
}

describe('quotes to compare', () => {
  it('are those that stand, with how orders of each vendor were kept before', async () => {
    const context = atNow();
    await ordered(context, { lines: ALL });
    await ordered(context, { lines: ALL.slice(0, 1) });
    await ordered(context, 'declined');
    const { id: requestId } = await quoted(context, [
      { vendor: vendorNamed('one'), quote: quoteNow(context, 'x') },
      { vendor: vendorNamed('two'), quote: quoteNow(context, 'y') },
    ]);
    const { request, quotes } = await quotesToCompare(context, { id: requestId });
    expect(quotes.map(({ vendor, history }) => [vendor, history])).toEqual([
      ['https://one.example', { orders: 3, kept: 1, fellThrough: 1 }],
      ['https://two.example', { orders: 0, kept: 0, fellThrough: 0 }],
    ]);
    const [first] = quotes.map((quote) => weigh(context, { request, quote, makers: new Map() }));
    expect(first!.compared.keptShare).toBeCloseTo(1 / 3);
  });

  it('count what fell through neither as kept nor as late, nor against a vendor what the person cancelled', async () => {
    const context = atNow();
    for (const became of [{ lines: ALL }, 'cancelled-by-person', 'cancelled-by-vendor', 'never-came'] as const) {
      await ordered(context, became);
    }
    const { id: requestId } = await quoted(context, [{ vendor: vendorNamed('one'), quote: quoteNow(context, 'x') }]);
    const { quotes } = await quotesToCompare(context, { id: requestId });
    expect(quotes.map(({ history }) => history)).toEqual([{ orders: 3, kept: 1, fellThrough: 3 }]);
  });

  it('count as kept what came earlier, or for less, and not what came later', async () => {
    const context = atNow();
    const day = (number: number) => momentOf(NOW + number * DAY).slice(0, 10) as Moment;
    await ordered(context, { lines: ALL, cameAt: day(0), charged: euro('1') });
    await ordered(context, { lines: ALL, cameAt: day(9) });
    const { id: requestId } = await quoted(context, [{ vendor: vendorNamed('one'), quote: quoteNow(context, 'x') }]);
    const { quotes } = await quotesToCompare(context, { id: requestId });
    expect(quotes.map(({ history }) => history)).toEqual([{ orders: 2, kept: 1, fellThrough: 0 }]);
  });

  it('know the person’s mark of what is offered by its identifiers, and else that of its maker', async () => {
    const context = atNow();
    await rateItem(context, { facts: product('Rover Duo', 'gtin:4006381333931'), given: stars(2) });
    for (const [number, mark] of [5, 4].entries()) {
      await rateItem(context, { facts: { ...product(`Rover ${number}`), brand: 'ROVER' }, given: stars(mark) });
    }
    const known = pushchair({ identifiers: [id('gtin:4006381333931')] });
    const { id: requestId } = await quoted(context, [
      { vendor: vendorNamed('one'), quote: quoteNow(context, 'x', { lines: [known, rainCover()] }) },
    ]);
    const { request, quotes } = await quotesToCompare(context, { id: requestId });
    const makers = await ratedMakers(context);
    expect(makers.get('rover')).toEqual({ count: 2, mean: 90 });
    const one = weigh(context, { request, quote: quotes[0]!, makers });
    expect(one.opinions.get('a')).toMatchObject({ of: 'item', rating: { given: stars(2) } });
    expect(one.opinions.get('b')).toEqual({ of: 'maker', name: 'Rover', count: 2, mean: 90 });
    expect(one.compared.ownRating).toBe(40);
  });

  it('are grouped by currency: by price they are only ordered within one', async () => {
    const context = atNow();
    const { id: requestId } = await quoted(context, [
      {
        vendor: vendorNamed('dear'),
        quote: quoteNow(context, 'a', { freight: { kind: 'charged', amount: euro('99') } }),
      },
      { vendor: vendorNamed('abroad'), quote: quoteIn(context, 'b', 'USD') },
      { vendor: vendorNamed('cheap'), quote: quoteNow(context, 'c', { freight: { kind: 'included' } }) },
    ]);
    const { request, quotes } = await quotesToCompare(context, { id: requestId });
    const weighed = quotes.map((quote) => weigh(context, { request, quote, makers: new Map() }));
    const groups = groupQuotes(weighed, 'total');
    expect(groups.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
    expect(groups[0]!.quotes.map(({ quote }) => quote.vendor)).toEqual([
      'https://cheap.example',
      'https://dear.example',
    ]);
  });
});
