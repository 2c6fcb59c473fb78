import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptQuote } from '../../../../src/app/accept-quote.ts';
import { castRequest } from '../../../../src/app/cast-request.ts';
import type { SaidAndSigned } from '../../../../src/app/hear-in-thread.ts';
import { type EndpointSays, takeAnswers } from '../../../../src/app/take-answers.ts';
import { writeRequest } from '../../../../src/app/write-request.ts';
import type { VendorMessage } from '../../../../src/domain/thread-message.ts';
import type { EntryId } from '../../../../src/store/request-rows.ts';
import { revision } from '../../../../src/store/revision.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import { DAY, DELIVERY, messageId, NOW, quote } from '../../../support/request-samples.ts';
import { asked, input, requestRows } from '../../../support/request-store.ts';
import { CINEMA, SHOP } from '../../../support/samples.ts';
import { testContext, type TestContext } from '../../../support/test-context.ts';
import { ACCEPT, EVENTS } from '../../../support/thread-samples.ts';

const message: fc.Arbitrary<VendorMessage> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'q1', 'q2'),
    like: fc.constantFrom(...Object.values(EVENTS).flatMap((event) => (event.kind === 'heard' ? [event.message] : []))),
  })
  .map(({ id, like }) =>
    like.kind === 'quote'
      ? quote(id, { lines: like.lines, validUntilMs: NOW + 9 * DAY })
      : { ...like, id: messageId(id) },
  );
const said: fc.Arbitrary<SaidAndSigned> = fc.oneof(
  { weight: 6, arbitrary: message.map((one) => ({ said: one, signed: { envelope: one.id, publicKey: 'k' } })) },
  fc.constantFrom<SaidAndSigned>({ said: 'malformed' }, { said: 'bad-signature' }),
);
/** The place of one of the four threads instead of its name. */
const answer = fc.record({
  which: fc.nat({ max: 3 }),
  to: fc.constantFrom<EndpointSays['to']>(
    { kind: 'message', number: 1 },
    { kind: 'message', number: 1, statusUrl: 'https://shop.example/s' },
    { kind: 'message', number: 2 },
    { kind: 'poll' },
  ),
  said: fc.array(said, { maxLength: 3 }),
});

/** Two requests to two vendors each; of the first one a quote may be accepted. */
async function store(isAccepted: boolean): Promise<TestContext> {
  const { context, shop } = await asked();
  const { id } = await writeRequest(context, { request: input() });
  await castRequest(context, { id, to: [SHOP, CINEMA].map((vendor) => ({ vendor, channel: 'endpoint' as const })) });
  if (isAccepted) {
    const to = { kind: 'message', number: 1 } as const;
    await takeAnswers(context, [
      { origin: SHOP, thread: shop, to, said: [{ said: quote('q1', { validUntilMs: NOW + 9 * DAY }) }] },
    ]);
    await acceptQuote(context, { thread: shop, acceptance: ACCEPT.acceptance, delivery: DELIVERY });
  }
  return context;
}

/** The same store once more. */
async function twin(context: TestContext): Promise<TestContext> {
  const other = testContext();
  other.clock.ms = context.clock.ms;
  await other.database.open();
  for (const table of context.database.tables) {
    await other.database.table(table.name).bulkPut(await table.toArray());
  }
  return other;
}

/** All but when it was written, and the names of news: of two that come at one time they count otherwise. */
async function whatIs(context: TestContext): Promise<unknown> {
  const { outbox, ...rows } = await requestRows(context);
  const works = (outbox as { id: string; work: { kind: string } }[]).map(({ id, ...row }) =>
    row.work.kind === 'tell' ? row : { id, ...row },
  );
  const text = JSON.stringify(
    { ...rows, outbox: works.map((row) => JSON.stringify(row)).sort() },
    (key, value: unknown) => (key === 'createdAt' || key === 'updatedAt' ? undefined : value),
  );
  return JSON.parse(text);
}

describe('answers that are taken together', () => {
  it('come to what they come to one by one, whosever they are and whatever they say', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(answer, { minLength: 1, maxLength: 8 }), async (isAccepted, all) => {
        const one = await store(isAccepted);
        const other = await twin(one);
        const threads = await one.database.threads.toArray();
        const answers = all.map(({ which, ...rest }): EndpointSays => {
          const { id: thread, vendor: origin } = threads[which]!;
          return { origin, thread, ...rest };
        });
        const before = await whatIs(one);
        for (const each of answers) {
          await takeAnswers(one, [each]);
        }
        await takeAnswers(other, answers);
        const after = await whatIs(one);
        expect(await whatIs(other)).toEqual(after);
        expect(await brokenInvariants(other.database)).toEqual([]);
        moved += Number(JSON.stringify(after) !== JSON.stringify(before));
      }),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(30);
  }, 120_000);

  it('write nothing, not even the clock, where all of it was said before', async () => {
    const { context, shop, cinema } = await asked();
    const answers = [SHOP, CINEMA].map((origin): EndpointSays => {
      const thread = origin === SHOP ? shop : cinema;
      return { origin, thread, to: { kind: 'message', number: 1 }, said: [{ said: quote('q1') }] };
    });
    await takeAnswers(context, answers);
    const before = [await requestRows(context), await revision(context.database)];
    await takeAnswers(context, answers);
    expect([await requestRows(context), await revision(context.database)]).toEqual(before);
  });

  it('fail together: of what can’t be written nothing is', async () => {
    const { context, shop, cinema } = await asked();
    const entry = (await context.database.messages.toArray()).find(({ threadId }) => threadId === shop)!;
    // Something is in the story already that the thread does not know of.
    await context.database.messages.add({ ...entry, id: `${shop} heard q1` as EntryId, place: 99 });
    const before = await requestRows(context);
    const to = { kind: 'message', number: 1 } as const;
    const said = [{ said: quote('q1') }];
    const answers = [
      { origin: CINEMA, thread: cinema, to, said },
      { origin: SHOP, thread: shop, to, said },
    ];
    await expect(takeAnswers(context, answers)).rejects.toThrow();
    expect(await requestRows(context)).toEqual(before);
  });

  it('are of the vendors whose threads they are: what another says in one, or who is blocked, leaves nothing', async () => {
    const { context, shop, cinema } = await asked();
    const to = { kind: 'message', number: 1 } as const;
    await takeAnswers(context, [
      { origin: CINEMA, thread: shop, to, said: [{ said: quote('q1') }] },
      { origin: CINEMA, thread: cinema, to, said: [{ said: quote('q1') }] },
    ]);
    const phases = (await context.database.threads.toArray()).map(({ id, thread }) => [id, thread.phase.kind]);
    expect(Object.fromEntries(phases)).toEqual({ [shop]: 'asked', [cinema]: 'quoted' });
  });
});
