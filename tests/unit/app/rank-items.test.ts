import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/app/context.ts';
import { rankItems, type RankRequestItem } from '../../../src/app/rank-items.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readRatings } from '../../../src/app/read-ratings.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import type { Need } from '../../../src/domain/ask.ts';
import { callId, give, PREFERENCES, RATINGS } from '../../support/granting.ts';
import { film, id, SHOP, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const RANK: Need = { ...RATINGS, derive: 'rank' };

const LIST: RankRequestItem[] = [1, 2, 3, 4, 5, 6].map((number) => ({
  identifiers: [id(`imdb:tt000000${number}`)],
  name: `Film ${number}`,
  kind: 'Movie',
  genre: [number % 2 === 0 ? 'Drama' : 'Comedy'],
}));

function rankAs(context: AppContext, items = LIST, call = callId()): Promise<number[]> {
  return rankItems(context, { origin: SHOP, callId: call, items });
}

async function rateSome(context: AppContext): Promise<void> {
  await rateItem(context, { facts: film(3, { genres: ['Comedy'] }), given: stars(5) });
  await rateItem(context, { facts: film(4, { genres: ['Drama'] }), given: stars(1) });
}

describe('rankItems', () => {
  it('orders the list, says nothing else, and writes down why', async () => {
    const context = testContext();
    await rateSome(context);
    const grantId = await give(context, [RANK]);

    const order = await rankAs(context);

    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(order[0]).toBe(2);
    expect(order.at(-1)).toBe(3);
    const [disclosure] = await context.database.disclosures.toArray();
    expect(disclosure).toMatchObject({ grantId, call: 'rank', fields: [] });
    expect(disclosure?.records.map(({ name }) => name)).toEqual(['Film 3', 'Film 4']);
    expect(disclosure?.records.some((record) => 'said' in record)).toBe(false);
    expect(disclosure?.ranked?.[0]).toMatchObject({ index: 2, causes: [{ kind: 'rated', value: 100 }] });
    expect(disclosure?.ranked).toHaveLength(6);
  });

  it('serves nothing but order to whom order alone was given', async () => {
    const context = testContext();
    await rateSome(context);
    await give(context, [RANK]);
    await expect(readRatings(context, { origin: SHOP, callId: callId(), query: {} })).rejects.toMatchObject({
      code: 'not-granted',
    });
    await expect(rankItems(testContext(), { origin: SHOP, callId: callId(), items: LIST })).rejects.toMatchObject({
      code: 'not-granted',
    });
  });

  it('serves whom ratings were given, and rests on no more of them', async () => {
    const context = testContext();
    await rateSome(context);
    await give(context, [{ ...RATINGS, filter: { min: 50 } }]);
    expect((await rankAs(context))[0]).toBe(2);
    const [disclosure] = await context.database.disclosures.toArray();
    expect(disclosure?.records.map(({ name }) => name)).toEqual(['Film 3']);
  });

  it('follows a rating made since, from memory and from the store', async () => {
    const context = testContext();
    await rateSome(context);
    await give(context, [RANK]);
    await rankAs(context);
    await rateItem(context, { facts: film(6), given: stars(0.5) });
    expect((await rankAs(context)).at(-1)).toBe(5);
    const kept = await context.database.meta.get('taste');
    expect(await rankAs(context.reopen())).toEqual(await rankAs(context));
    expect(await context.database.meta.get('taste')).toEqual(kept);
  });

  it('heeds what is never wanted, but not what is private', async () => {
    const context = testContext();
    await give(context, [RANK, { ...PREFERENCES, derive: 'rank' }]);
    const wish = { key: 'genre', strength: 'never' as const };
    await savePreference(context, { ...wish, value: 'Drama', isPrivate: true });
    expect(await rankAs(context)).toEqual([0, 1, 2, 3, 4, 5]);
    await savePreference(context, { ...wish, value: 'Comedy', isPrivate: false });
    expect(await rankAs(context)).toEqual([1, 3, 5, 0, 2, 4]);
  });

  it('heeds no preference that was not given: an order would tell', async () => {
    const context = testContext();
    await savePreference(context, { key: 'genre', value: 'Comedy', strength: 'never', isPrivate: false });
    await give(context, [RANK]);
    expect(await rankAs(context)).toEqual([0, 1, 2, 3, 4, 5]);
    await give(context, [RANK, { ...PREFERENCES, keys: ['brand'] }]);
    expect(await rankAs(context)).toEqual([0, 1, 2, 3, 4, 5]);
    await give(context, [RANK, { ...PREFERENCES, keys: ['genre'] }]);
    expect(await rankAs(context)).toEqual([1, 3, 5, 0, 2, 4]);
  });

  it('heeds only the preferences that were named, where some were', async () => {
    const context = testContext();
    await savePreference(context, { key: 'genre', value: 'Comedy', strength: 'never', isPrivate: false });
    await give(context, [RANK, { ...PREFERENCES, keys: ['brand'], derive: 'rank' }]);
    expect(await rankAs(context)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('refuses a list that is too short or too long', async () => {
    const context = testContext();
    await give(context, [RANK]);
    await expect(rankAs(context, LIST.slice(0, 1))).rejects.toMatchObject({ code: 'bad-request' });
    const long = Array.from({ length: 501 }, () => LIST[0]!);
    await expect(rankAs(context, long)).rejects.toMatchObject({ code: 'too-much' });
    expect(await context.database.disclosures.count()).toBe(0);
  });

  it('is limited to a budget an hour, in which a repeated call is one', async () => {
    const context = testContext();
    await give(context, [RANK]);
    const call = callId();
    await rankAs(context, LIST, call);
    await rankAs(context, LIST, call);
    for (let count = 1; count < 60; count += 1) {
      await rankAs(context);
    }
    await expect(rankAs(context)).rejects.toMatchObject({ code: 'too-much' });
    await expect(rankAs(context, LIST, call)).resolves.toHaveLength(6);
    context.clock.advance(3_600_000);
    await expect(rankAs(context)).resolves.toHaveLength(6);
  });

  it('can be had just once', async () => {
    const context = testContext();
    await rateSome(context);
    await give(context, [RANK], { duration: 'once' });
    const call = callId();
    const order = await rankAs(context, LIST, call);
    expect(await rankAs(context, LIST, call)).toEqual(order);
    await expect(rankAs(context)).rejects.toMatchObject({ code: 'not-granted' });
  });
});
