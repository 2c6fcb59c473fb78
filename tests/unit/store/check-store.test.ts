import { describe, expect, it } from 'vitest';
import { acceptQuote } from '../../../src/app/accept-quote.ts';
import { changeRequest } from '../../../src/app/change-request.ts';
import { checkHealth } from '../../../src/app/check-health.ts';
import { takeReply } from '../../../src/app/take-reply.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import type { ProblemCode } from '../../../src/store/store-problem.ts';
import { fillStore } from '../../support/busy-store.ts';
import { DELIVERY, quote } from '../../support/request-samples.ts';
import { asked, input } from '../../support/request-store.ts';
import { SHOP } from '../../support/samples.ts';
import { ACCEPT } from '../../support/thread-samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const NOBODY = '00000000-0000-7000-8000-000000000000' as ItemId;

/** What the check says of a store that is good but for one thing. */
async function saidOf(spoil: (context: TestContext) => Promise<unknown>): Promise<readonly ProblemCode[]> {
  const context = testContext();
  await fillStore(context);
  await spoil(context);
  return (await checkHealth(context)).problems.map(({ code }) => code);
}

describe('checkStore', () => {
  it('has nothing to say of a store that is good', async () => {
    const context = testContext();
    await fillStore(context);
    expect(await checkHealth(context)).toMatchObject({ problems: [], problemCount: 0, counts: { merges: 1 } });
  });

  it.each<[string, (context: TestContext) => Promise<unknown>, ProblemCode]>([
    [
      'an identifier that points nowhere',
      ({ database }) => database.identifiers.put({ key: 'imdb:tt0009999' as never, itemId: NOBODY }),
      'identifier-strays',
    ],
    ['an identifier that is lost', ({ database }) => database.identifiers.limit(1).delete(), 'identifier-lost'],
    ['a rating without its thing', ({ database }) => database.items.limit(1).delete(), 'rating-homeless'],
    ['a count that is off', ({ database }) => database.ratings.limit(1).delete(), 'count-off'],
    [
      'a version of nothing',
      ({ database }) => database.versions.toCollection().modify({ itemId: NOBODY }),
      'version-homeless',
    ],
    [
      'a record that no copy would be read with',
      ({ database }) => database.sourceRecords.toCollection().modify({ source: 's'.repeat(3_000) }),
      'record-unreadable',
    ],
    [
      'what a source says of nothing',
      ({ database }) => database.sourceRecords.toCollection().modify({ itemId: NOBODY } as never),
      'source-homeless',
    ],
    [
      'a wish for nothing',
      ({ database }) => database.intentions.toCollection().modify({ itemId: NOBODY }),
      'intention-homeless',
    ],
    [
      'a join that leads nowhere',
      ({ database }) => database.merges.toCollection().modify({ into: NOBODY }),
      'merge-nowhere',
    ],
    [
      'a pair in no order',
      ({ database }) => database.refusedJoins.put({ key: 'b a' as never, updatedAt: '' as never }),
      'pair-order',
    ],
    [
      'a change from the future',
      ({ database }) => database.journal.toCollection().modify({ stamp: 'zzz' as never }),
      'change-ahead',
    ],
  ])('finds %s', async (_name, spoil, said) => {
    expect(await saidOf(spoil)).toContain(said);
  });

  it.each<[string, (context: TestContext) => Promise<unknown>, ProblemCode]>([
    ['a thread of no request', ({ database }) => database.requests.clear(), 'thread-homeless'],
    [
      'an earlier version of no request',
      ({ database }) => database.requestVersions.toCollection().modify({ requestId: NOBODY }),
      'version-strays',
    ],
    [
      'a vendor still asked after the end',
      ({ database }) =>
        database.requests.toCollection().modify({ 'cast.phase': { kind: 'ended', as: 'closed' } } as never),
      'thread-outlives',
    ],
    [
      'another acceptance than the request’s',
      ({ database }) => database.requests.toCollection().modify({ 'cast.phase': { kind: 'open' } } as never),
      'acceptance-astray',
    ],
    [
      'a second acceptance',
      async ({ database }) => {
        const rows = await database.threads.toArray();
        const accepted = rows.find(({ thread }) => thread.phase.kind === 'accepted')!;
        await database.threads.toCollection().modify({ 'thread.phase': accepted.thread.phase } as never);
      },
      'acceptance-astray',
    ],
    [
      'a message of nobody',
      ({ database }) => database.messages.limit(1).modify({ threadId: NOBODY as never }),
      'message-homeless',
    ],
    ['a story with a gap', ({ database }) => database.messages.limit(1).delete(), 'story-broken'],
    ['an order of nobody', ({ database }) => database.orders.toCollection().modify({ id: 'x' }), 'order-homeless'],
    [
      'work for nothing',
      ({ database }) => database.threads.toCollection().modify({ 'thread.outbox': [] } as never),
      'work-homeless',
    ],
  ])('finds %s', async (_name, spoil, said) => {
    const { context, id, shop } = await asked();
    await changeRequest(context, { id, request: input({ category: 'pram' }) });
    await takeReply(context, { origin: SHOP, thread: shop, said: quote('q1', { copy: 2 }) });
    await acceptQuote(context, { thread: shop, acceptance: ACCEPT.acceptance, delivery: DELIVERY });
    expect(await checkHealth(context)).toMatchObject({ problems: [], counts: { threads: 2, messages: 6, orders: 1 } });
    await spoil(context);
    expect((await checkHealth(context)).problems.map(({ code }) => code)).toContain(said);
  });

  it('names the count that is off, what it says and what is there', async () => {
    const context = testContext();
    await fillStore(context);
    await context.database.meta.toCollection().modify((row) => {
      if (row.key === 'tally') {
        Object.assign(row, { total: row.total + 2 });
      }
    });
    const { problems } = await checkHealth(context);
    expect(problems).toEqual([{ code: 'count-off', figures: ['total', '6', '4'] }]);
  });
});
