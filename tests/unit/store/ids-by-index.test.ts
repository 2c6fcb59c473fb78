import { describe, expect, it } from 'vitest';
import { rateItem } from '../../../src/app/rate-item.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { idsByIndex } from '../../../src/store/ids-by-index.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

/** Ratings with few values and times, so that many are equal. */
async function store(count: number) {
  const context = testContext();
  await rateItem(context, { facts: film(1), given: stars(3) });
  const [rating] = (await context.database.ratings.toArray()) as Rating[];
  const ratings = Array.from({ length: count }, (_, n) => ({
    ...rating,
    itemId: `id-${String((n * 7919) % count).padStart(6, '0')}`,
    kind: n % 3 === 0 ? 'Book' : 'Movie',
    value: (n % 7) * 10 + 10,
    ratedAt: `20${String(10 + (n % 5))}`,
  })) as Rating[];
  await context.database.ratings.clear();
  await context.database.ratings.bulkPut(ratings);
  return { database: context.database, ratings };
}

function byText(left: string, right: string): number {
  return Number(left > right) - Number(left < right);
}

describe('idsByIndex', () => {
  it('gives all in order, however many lumps they come in, and backwards just so', async () => {
    const { database, ratings } = await store(11_000);
    const byTime = ratings
      .toSorted((left, right) => byText(left.ratedAt, right.ratedAt) || byText(left.itemId, right.itemId))
      .map(({ itemId }) => itemId);
    const all = { by: 'ratedAt', kind: undefined, limit: undefined, undated: {} } as const;
    expect(await idsByIndex(database, { ...all, isReverse: false })).toEqual(byTime);
    expect(await idsByIndex(database, { ...all, isReverse: true })).toEqual(byTime.toReversed());
    expect(await idsByIndex(database, { ...all, isReverse: true, limit: 5 })).toEqual(byTime.toReversed().slice(0, 5));
    const books = new Set(ratings.filter(({ kind }) => kind === 'Book').map(({ itemId }) => itemId));
    const some = await idsByIndex(database, { ...all, kind: 'Book', isReverse: false });
    expect(some).toEqual(byTime.filter((id) => books.has(id)));
    const byValue = ratings
      .toSorted((left, right) => left.value - right.value || byText(left.itemId, right.itemId))
      .map(({ itemId }) => itemId);
    expect(await idsByIndex(database, { ...all, by: 'value', isReverse: true })).toEqual(byValue.toReversed());
  });
});
