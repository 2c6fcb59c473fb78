import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockVendor } from '../../../src/app/block-vendor.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { heldGrants } from '../../../src/app/held-grants.ts';
import { leaveSite } from '../../../src/app/leave-site.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readRatings, type RatingsPage } from '../../../src/app/read-ratings.ts';
import { revokeGrant } from '../../../src/app/revoke-grant.ts';
import { shortenGrant } from '../../../src/app/shorten-grant.ts';
import { type Need, RATING_FIELDS } from '../../../src/domain/ask.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { DURATIONS, type Duration } from '../../../src/domain/grant.ts';
import type { ItemKind } from '../../../src/domain/item.ts';
import { saidOfMark } from '../../../src/app/said.ts';
import { callId, give, RATINGS } from '../../support/granting.ts';
import { film, id, product, SHOP, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

type Step =
  | { do: 'give'; duration: Duration; need: Need; without: number[] }
  | { do: 'rate'; number: number; mark: number }
  | { do: 'read'; kinds: ItemKind[] | undefined; numbers: number[] | undefined; limit: number }
  | { do: 'wait'; ms: number }
  | { do: 'revoke' | 'shorten'; which: number }
  | { do: 'block' | 'unblock' | 'leave' | 'connect' | 'restart' };

const kinds = fc.subarray<ItemKind>(['Movie', 'Product']);
const need = fc.record<Need>(
  {
    collection: fc.constant('ratings'),
    kinds,
    fields: fc.subarray([...RATING_FIELDS]),
    filter: fc.record({ min: fc.nat(100) }, { requiredKeys: [] }),
    derive: fc.constant('rank'),
  },
  { requiredKeys: ['collection'] },
);
const number = fc.integer({ min: 1, max: 6 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      duration: fc.constantFrom(...DURATIONS),
      need,
      without: fc.uniqueArray(number, { maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('rate' as const), number, mark: fc.integer({ min: 1, max: 5 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('read' as const),
      kinds: fc.option(kinds, { nil: undefined }),
      numbers: fc.option(fc.array(number, { maxLength: 6 }), { nil: undefined }),
      limit: fc.integer({ min: 1, max: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 1_000, 3_600_000, 2_592_000_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('revoke' as const, 'shorten' as const), which: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'block' as const,
        'unblock' as const,
        'leave' as const,
        'connect' as const,
        'restart' as const,
      ),
    }),
  },
);

/** Odd ones are films, even ones products. */
const factsOf = (index: number) =>
  index % 2 === 1 ? film(index) : product(`Thing ${index}`, `sku:shop.example/${index}`);
const nameOf = (index: number) => id(index % 2 === 1 ? `imdb:tt000000${index}` : `sku:shop.example/${index}`);

async function check(context: TestContext, { rows }: RatingsPage, before: number): Promise<void> {
  const { database } = context;
  const held = await heldGrants(context, { origin: SHOP });
  const grants = await database.grants.where('origin').equals(SHOP).toArray();
  const lately = (await database.disclosures.toArray()).filter(({ atMs }) => atMs === context.clock.nowMs());
  // A read of nothing may stand behind an earlier one.
  expect((await database.disclosures.count()) > before || rows.length === 0).toBe(true);
  for (const { item, rating, fields } of rows) {
    const said = saidOfMark(rating.given);
    const disclosure = lately.find(({ records }) => records.some((one) => one.id === item.id && one.said === said));
    const went = { dateCreated: true, reviewBody: rating.text, keywords: rating.tags, reviewAspect: rating.aspects };
    expect(disclosure?.fields).toEqual(expect.arrayContaining(fields.filter((field) => went[field] !== undefined)));
    const grant = grants.find(({ id: grantId }) => grantId === disclosure?.grantId)!;
    const isHeld = held.some((one) => one.id === grant.id);
    expect(isHeld || grant.duration === 'once').toBe(true);
    const covers = grant.scope.some(
      (part) =>
        part.derive === undefined &&
        (part.kinds === undefined || part.kinds.includes(item.kind)) &&
        rating.value >= (part.filter?.min ?? 0) &&
        !(part.without ?? []).includes(item.id),
    );
    expect(covers).toBe(true);
    expect('text' in rating).toBe(fields.includes('reviewBody'));
  }
}

async function take(context: TestContext, one: Step): Promise<TestContext> {
  const { database } = context;
  const held = await heldGrants(context, { origin: SHOP });
  switch (one.do) {
    case 'give': {
      const rows = await database.identifiers.bulkGet(one.without.map(nameOf));
      const without = rows.flatMap((row) => row?.itemId ?? []);
      const askId = `ask-${(await database.grants.count()) % 3}`;
      await give(context, [one.need], { duration: one.duration, scope: [{ ...one.need, without }], askId });
      return context;
    }
    case 'rate':
      await rateItem(context, { facts: factsOf(one.number), given: stars(one.mark), text: 'Words.' });
      return context;
    case 'read': {
      const before = await database.disclosures.count();
      const query = {
        kinds: one.kinds,
        identifiers: one.numbers?.map(nameOf),
        limit: one.limit,
      };
      const page = await readRatings(context, { origin: SHOP, callId: callId(), query });
      await check(context, page, before);
      return context;
    }
    case 'wait':
      context.clock.advance(one.ms);
      return context;
    case 'revoke':
    case 'shorten': {
      const grant = held[one.which % Math.max(1, held.length)];
      if (grant && one.do === 'revoke') {
        await revokeGrant(context, { grantId: grant.id });
      } else if (grant) {
        await shortenGrant(context, { grantId: grant.id, untilMs: context.clock.nowMs() + 500 });
      }
      return context;
    }
    case 'block':
    case 'unblock':
      await blockVendor(context, { origin: SHOP, isBlocked: one.do === 'block' });
      return context;
    case 'leave':
      await leaveSite(context, { origin: SHOP, connect: true });
      return context;
    case 'connect':
      await chooseSite(context, { origin: SHOP, connect: true });
      return context;
    case 'restart':
      return context.reopen({ session: callId() });
  }
}

describe('every read', () => {
  it('is under a grant that holds, within it, and on record, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20, size: 'max' }), async (steps) => {
        let context = testContext();
        for (const number of [1, 2, 3, 4]) {
          await rateItem(context, { facts: factsOf(number), given: stars(number), text: 'Words.' });
        }
        for (const one of steps) {
          context.clock.advance(1_000);
          const held = await heldGrants(context, { origin: SHOP });
          context = await take(context, one).catch((thrown: unknown) => {
            expect(thrown).toBeInstanceOf(AppError);
            const isDenied = (thrown as AppError).code === 'not-granted';
            // Refused only where nothing that can be read was held.
            const isReadable = held.some(({ scope }) => scope.some(({ derive }) => derive === undefined));
            expect(one.do === 'read' && isDenied && isReadable).toBe(false);
            return context;
          });
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('of many at a time spends a turn once', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4) });
    await give(context, [RATINGS], { duration: 'once' });
    const reads = await Promise.allSettled(
      Array.from({ length: 8 }, () => readRatings(context, { origin: SHOP, callId: callId(), query: {} })),
    );
    expect(reads.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await context.database.disclosures.count()).toBe(1);
    expect(await context.database.grantChanges.count()).toBe(1);
  });
});
