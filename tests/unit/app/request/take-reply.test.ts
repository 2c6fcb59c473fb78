import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { acceptQuote } from '../../../../src/app/accept-quote.ts';
import { askForRating, ordersToRate } from '../../../../src/app/ask-for-rating.ts';
import { blockVendor } from '../../../../src/app/block-vendor.ts';
import { exportAll } from '../../../../src/app/export-all.ts';
import { keepOrder } from '../../../../src/app/keep-order.ts';
import { listRequests, requestStory } from '../../../../src/app/list-requests.ts';
import { nextDueAtMs, passTime } from '../../../../src/app/pass-time.ts';
import { markTold } from '../../../../src/app/mark-told.ts';
import { openBackupFile } from '../../../../src/app/open-backup-file.ts';
import { orderFellThrough } from '../../../../src/app/order-fell-through.ts';
import { orderStandsAgain } from '../../../../src/app/order-stands-again.ts';
import { pendingWork } from '../../../../src/app/pending-work.ts';
import { reconcile } from '../../../../src/app/reconcile.ts';
import { reportWork } from '../../../../src/app/report-work.ts';
import { takeAnswers } from '../../../../src/app/take-answers.ts';
import { takeBackAcceptance } from '../../../../src/app/take-back-acceptance.ts';
import { takeReply } from '../../../../src/app/take-reply.ts';
import { letOthersDown } from '../../../../src/app/let-others-down.ts';
import { newThreadId } from '../../../../src/domain/ids.ts';
import { readMoment } from '../../../../src/domain/moment.ts';
import { REQUEST_LIMITS } from '../../../../src/policy/request/request-limits.ts';
import { revision } from '../../../../src/store/revision.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import {
  confirmation,
  DAY,
  decline,
  DELIVERY,
  euro,
  HOUR,
  messageId,
  MINUTE,
  NOW,
  quantity,
  quote,
} from '../../../support/request-samples.ts';
import { asked, requestRows } from '../../../support/request-store.ts';
import { CINEMA, SHOP } from '../../../support/samples.ts';
import { ACCEPT } from '../../../support/thread-samples.ts';

const { acceptance } = ACCEPT;

/** What is over comes in another order than what is not. */
function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((left, right) => Number(left.id > right.id) - Number(left.id < right.id));
}

describe('threat: a vendor that', () => {
  it('threat 33 probes another’s request by its id is told the same as of one that never was, and leaves no trace', async () => {
    const { context, shop } = await asked();
    const before = await requestRows(context);
    const answers = [
      await takeReply(context, { origin: CINEMA, thread: shop, said: quote('q1') }),
      await takeReply(context, { origin: CINEMA, thread: newThreadId(), said: quote('q1') }),
    ];
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    answers.push(await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') }));
    expect(answers).toEqual(Array(3).fill({ refusal: 'no-thread' }));
    expect(await requestRows(context)).toEqual(before);
  });

  it('threat 33 replays a reply gets the first answer, and nothing is written: not even the clock moves', async () => {
    const { context, shop } = await asked();
    expect(await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') })).toEqual({});
    expect(await takeReply(context, { origin: SHOP, thread: shop, said: quote('q2') })).toEqual({
      refusal: 'superseded',
    });
    const before = [await requestRows(context), await revision(context.database)];
    expect(await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') })).toEqual({ isAgain: true });
    expect(await takeReply(context, { origin: SHOP, thread: shop, said: quote('q2') })).toEqual({
      isAgain: true,
      refusal: 'superseded',
    });
    expect([await requestRows(context), await revision(context.database)]).toEqual(before);
  });

  it('threat 33 answers after the end is told so, and nothing of it is kept', async () => {
    const { context, shop } = await asked();
    context.clock.ms = NOW + 11 * DAY;
    expect(await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') })).toEqual({ refusal: 'ended' });
    expect((await requestRows(context)).messages).toHaveLength(2);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('sends quotes without end is cut off by their number, and by their size; it can still confirm an order', async () => {
    const { context, shop } = await asked();
    const say = (name: string, words: string, replaces?: string) =>
      takeReply(context, {
        origin: SHOP,
        thread: shop,
        said: quote(name, { words, ...(replaces !== undefined && { replaces: messageId(replaces) }) }),
      });
    const large = 'x'.repeat(REQUEST_LIMITS.storyLength / 4);
    expect([await say('a', large), await say('b', large, 'a'), await say('c', large, 'b')]).toEqual([{}, {}, {}]);
    expect(await say('d', large, 'c')).toEqual({ refusal: 'too-many' });
    for (let index = 0; index < REQUEST_LIMITS.messages - 3; index += 1) {
      expect(await say(`n${index}`, '', 'a')).toEqual({ refusal: 'superseded' });
    }
    expect(await say('more', '', 'c')).toEqual({ refusal: 'too-many' });
    expect((await requestRows(context)).messages).toHaveLength(2 + REQUEST_LIMITS.messages);
    expect(
      await acceptQuote(context, {
        thread: shop,
        acceptance: { ...acceptance, quote: messageId('c') },
        delivery: DELIVERY,
      }),
    ).toEqual({});
    expect(await takeReply(context, { origin: SHOP, thread: shop, said: confirmation('ok', 'c') })).toEqual({});
  });
});

describe('what waits', () => {
  it('is there for whoever wakes next, until it is reported: sent, asked for, told', async () => {
    const { context, id, shop, cinema } = await asked();
    const [first] = await pendingWork(context);
    expect(await pendingWork(context.reopen())).toEqual(await pendingWork(context));
    expect(first).toMatchObject({ kind: 'send', number: 1, message: { kind: 'request' } });
    const statusUrl = 'https://shop.example/status';
    await reportWork(context, { thread: shop, report: { kind: 'delivered', number: 1, statusUrl } });
    await reportWork(context, { thread: cinema, report: { kind: 'undelivered', number: 1 } });
    expect(await pendingWork(context)).toEqual([]);
    context.clock.advance(6 * MINUTE);
    await passTime(context);
    expect(await nextDueAtMs(context)).toBeGreaterThan(context.clock.ms);
    const due = await pendingWork(context);
    expect(due).toHaveLength(2);
    expect(due).toContainEqual({
      kind: 'poll',
      vendor: SHOP,
      isConnected: true,
      thread: shop,
      person: expect.any(String) as string,
      statusUrl,
    });
    expect(due).toContainEqual(expect.objectContaining({ kind: 'send', thread: cinema, number: 1 }));
    await takeAnswers(context, [{ origin: SHOP, thread: shop, to: { kind: 'poll' }, said: [{ said: quote('q1') }] }]);
    const work = await pendingWork(context);
    expect(work.map(({ kind }) => kind).sort()).toEqual(['send', 'tell']);
    await markTold(context, { id });
    expect((await pendingWork(context)).map(({ kind }) => kind)).toEqual(['send']);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('comes to a failure notice for both sides when a vendor never answers, also by a clock set back for a year', async () => {
    const { context, id, shop } = await asked();
    context.clock.advance(-365 * DAY);
    await passTime(context);
    expect(await nextDueAtMs(context)).toBe(context.clock.ms + 5 * MINUTE);
    for (let ticks = 0; ticks < 4; ticks += 1) {
      context.clock.advance(HOUR);
      await passTime(context);
    }
    const { entries, row } = await requestStory(context, { id });
    const told = entries.filter(({ threadId }) => threadId === shop).map(({ entry }) => entry);
    expect(told).toMatchObject([
      { kind: 'said', message: { kind: 'request' } },
      { kind: 'failed', notice: { reason: 'not-acknowledged', isEnd: true } },
      { kind: 'said', message: { kind: 'failure' } },
    ]);
    expect((await pendingWork(context)).filter(({ kind }) => kind === 'tell')).toHaveLength(2);
    expect(row.cast.phase).toEqual({ kind: 'open' });
  });
});

describe('an order', () => {
  it('is held against its quote, and asked about once, a week after it came', async () => {
    const { context, id, shop, cinema } = await asked();
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
    await takeReply(context, { origin: CINEMA, thread: cinema, said: quote('q1') });
    await acceptQuote(context, { thread: shop, acceptance, delivery: DELIVERY });
    expect(await acceptQuote(context, { thread: cinema, acceptance, delivery: DELIVERY })).toEqual({
      refusal: 'already-accepted',
    });
    await letOthersDown(context, { id });
    await takeReply(context, { origin: SHOP, thread: shop, said: confirmation('c1', 'q1') });
    const came = { offer: 'a', name: 'Rover Duo', quantity: quantity('1') };
    const fulfilment = { lines: [came], cameAt: readMoment('2026-11-20')!, charged: euro('519.00') };
    context.clock.ms = NOW + 8 * DAY;
    expect(await keepOrder(context, { id, fulfilment })).toEqual({});
    expect(await reconcile(context, { id: shop })).toMatchObject({
      order: { agreed: { total: euro('508.90') }, order: { number: 'B-77' }, fulfilment },
      kept: [{ of: 'total', how: 'more' }],
    });
    expect(await askForRating(context, { id: shop })).toBe(false);
    context.clock.ms = Date.parse('2026-11-27T12:00:00Z');
    expect((await ordersToRate(context)).map((order) => order.id)).toEqual([shop]);
    expect([await askForRating(context, { id: shop }), await askForRating(context, { id: shop })]).toEqual([
      true,
      false,
    ]);
    expect(await ordersToRate(context)).toEqual([]);
    expect(await listRequests(context, { limit: 5 })).toMatchObject([{ row: { cast: { phase: { as: 'kept' } } } }]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('that was confirmed can fall through: nothing is said of it to anybody, and it can stand again', async () => {
    const { context, id, shop, cinema } = await asked();
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
    await takeReply(context, { origin: CINEMA, thread: cinema, said: quote('q1') });
    await acceptQuote(context, { thread: shop, acceptance, delivery: DELIVERY });
    const fall = { id, cause: 'never-came', note: ' Rang twice. ' } as const;
    expect(await orderFellThrough(context, fall)).toEqual({ refusal: 'not-now' });
    await takeReply(context, { origin: SHOP, thread: shop, said: confirmation('c1', 'q1') });
    const before = await requestStory(context, { id });
    const work = await pendingWork(context);
    expect(await orderFellThrough(context, fall)).toEqual({});
    const fallen = await requestStory(context, { id });
    expect(byId(fallen.entries)).toEqual(byId(before.entries));
    expect((await pendingWork(context)).filter((one) => !work.some((was) => isDeepStrictEqual(was, one)))).toEqual([]);
    expect(fallen.row.cast.phase).toEqual({ kind: 'open' });
    expect(fallen.orders).toMatchObject([{ id: shop, fellThrough: 'never-came', order: { number: 'B-77' } }]);
    expect(fallen.threads.find((row) => row.id === shop)).toMatchObject({
      isOver: 2,
      thread: { outbox: [], phase: { end: { as: 'fell-through', cause: 'never-came', note: 'Rang twice.' } } },
    });
    expect(await takeReply(context, { origin: SHOP, thread: shop, said: quote('q2') })).toEqual({ refusal: 'ended' });
    expect((await openBackupFile((await exportAll(context)).blob)).outcome).toBe('read');
    expect(await brokenInvariants(context.database)).toEqual([]);
    await orderStandsAgain(context, { id, thread: shop });
    const again = await requestStory(context, { id });
    const timeless = ({ updatedAt: _at, ...row }: object & { updatedAt: string }) => row;
    expect(again.orders.map(timeless)).toEqual(before.orders.map(timeless));
    expect(again.row.cast).toEqual(before.row.cast);
    expect(byId(again.threads).map(({ thread }) => thread)).toEqual(byId(before.threads).map(({ thread }) => thread));
    await orderFellThrough(context, { id, cause: 'cancelled-by-vendor', note: '  ' });
    expect(await acceptQuote(context, { thread: cinema, acceptance, delivery: DELIVERY })).toEqual({});
    await expect(orderStandsAgain(context, { id, thread: shop })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('that falls through is marked, and frees the request for another', async () => {
    const { context, id, shop, cinema } = await asked();
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1') });
    await takeReply(context, { origin: CINEMA, thread: cinema, said: quote('q1') });
    await acceptQuote(context, { thread: shop, acceptance, delivery: DELIVERY });
    expect(await takeBackAcceptance(context, { id })).toEqual({ refusal: 'no-failure' });
    await takeReply(context, { origin: SHOP, thread: shop, said: decline('d1', 'acceptance') });
    expect(await acceptQuote(context, { thread: cinema, acceptance, delivery: DELIVERY })).toEqual({});
    const { orders } = await requestStory(context, { id });
    expect(orders.map((order) => [order.id === shop, order.fellThrough])).toContainEqual([true, 'declined']);
    expect(orders).toHaveLength(2);
    expect(await nextDueAtMs(context)).toBeGreaterThan(NOW);
  });
});
