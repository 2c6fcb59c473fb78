import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listRatingIds, type RatingsChoice } from '../../../src/app/list-rating-ids.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { ratingRows } from '../../../src/app/rating-rows.ts';
import { warmSearch } from '../../../src/app/warm-search.ts';
import { watch } from '../../../src/app/watch.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import type { Moment } from '../../../src/domain/moment.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

const SORTS = ['newest', 'oldest', 'highest', 'lowest', 'name'] as const;

async function withFilms(count: number): Promise<TestContext> {
  const context = testContext();
  for (let n = 1; n <= count; n += 1) {
    await rateItem(context, {
      facts: film(n, n % 4 === 0 ? {} : { year: 1980 + n }),
      given: stars((n % 10) / 2 + 0.5),
      ratedAt: `202${String(n % 3)}` as Moment,
    });
  }
  return context;
}

async function names(context: TestContext, choice: Partial<RatingsChoice>): Promise<string[]> {
  const { ids } = await listRatingIds(context, { sort: 'oldest', ...choice });
  const { rows } = await ratingRows(context, { itemIds: ids });
  return rows.map(({ item }) => item.name).sort();
}

describe('listRatingIds', () => {
  it('gives the same list from an index as from memory', async () => {
    const context = await withFilms(23);
    const fromIndex = await Promise.all(SORTS.slice(0, 4).map((sort) => listRatingIds(context, { sort })));
    for (const [place, sort] of SORTS.slice(0, 4).entries()) {
      await warmSearch(context, { sort });
      expect((await listRatingIds(context, { sort })).ids).toEqual(fromIndex[place]?.ids);
    }
  });

  it('gives the beginning of a list with the number of all', async () => {
    const context = await withFilms(23);
    const { ids, total } = await listRatingIds(context, { sort: 'newest', limit: 5 });
    expect([ids.length, total]).toEqual([5, 23]);
    expect(ids).toEqual((await listRatingIds(context, { sort: 'newest' })).ids.slice(0, 5));
  });

  it('filters by stars as they are shown, both ends included', async () => {
    const context = await withFilms(10);
    expect(await names(context, { stars: { from: 9 } })).toEqual(['Film 8', 'Film 9']);
    expect(await names(context, { stars: { from: 2, to: 3 } })).toEqual(['Film 1', 'Film 2']);
    expect(await names(context, { stars: { to: 1 } })).toEqual(['Film 10']);
  });

  it('filters by the year of the thing; one without a year is in no span', async () => {
    const context = await withFilms(8);
    expect(await names(context, { years: { from: 1985, to: 1987 } })).toEqual(['Film 5', 'Film 6', 'Film 7']);
    expect(await names(context, { years: { to: 1984 } })).toEqual(['Film 1', 'Film 2', 'Film 3']);
  });

  it('is heard of again after a change by another page, from an index or from memory', async () => {
    const context = await withFilms(3);
    const totals: number[][] = [[], []];
    for (const [index, choice] of [{ sort: 'newest' } as const, { sort: 'name', search: 'film' } as const].entries()) {
      onTestFinished(watch(() => listRatingIds(context, choice))(({ total }) => totals[index]?.push(total), vi.fn()));
    }
    await vi.waitFor(() => expect(totals.map((heard) => heard.at(-1))).toEqual([3, 3]));
    await rateItem(context.reopen(), { facts: film(99), given: stars(1) });
    await vi.waitFor(() => expect(totals.map((heard) => heard.at(-1))).toEqual([4, 4]));
  });

  it('tells by its revision that something changed', async () => {
    const context = await withFilms(1);
    const { revision } = await listRatingIds(context, { sort: 'newest' });
    expect((await ratingRows(context, { itemIds: [] })).revision).toBe(revision);
    await rateItem(context, { facts: film(1), given: stars(0.5) });
    expect((await listRatingIds(context, { sort: 'newest' })).revision).not.toBe(revision);
  });
});

describe('ratingRows', () => {
  it('gives rows in the order asked, without those that are gone', async () => {
    const context = await withFilms(3);
    const { ids } = await listRatingIds(context, { sort: 'name' });
    const [first, , third] = ids as [ItemId, ItemId, ItemId];
    const { rows } = await ratingRows(context, { itemIds: [third, 'gone' as ItemId, first] });
    expect(rows.map(({ item }) => item.name)).toEqual(['Film 3', 'Film 1']);
  });
});
