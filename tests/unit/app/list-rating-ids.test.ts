import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listRatingIds, type RatingsChoice } from '../../../src/app/list-rating-ids.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { ratingRows } from '../../../src/app/rating-rows.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { warmSearch } from '../../../src/app/warm-search.ts';
import { watch } from '../../../src/app/watch.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import { type Moment, momentOf } from '../../../src/domain/moment.ts';
import { tallyOf } from '../../../src/store/tally-of.ts';
import { gathered, type Said } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
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

async function takeIn(context: TestContext, ...said: readonly Omit<Said, 'mark'>[]): Promise<void> {
  const things = gathered(
    'imdb',
    said.map((one) => ({ mark: 7, ...one })),
  );
  await runImport(context, { things, files: [], rows: said.length, skipped: 0, winner: 'mine' });
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

  it('has what nobody knows the date of last, whichever way, from an index as from memory', async () => {
    const context = await withFilms(3);
    // Two at one moment with one that was given then, and one later.
    await takeIn(
      context,
      { name: 'Undated 1' },
      { name: 'Undated 2' },
      { name: 'Then', at: momentOf(context.clock.nowMs()) },
    );
    context.clock.advance(60_000);
    await takeIn(context, { name: 'Undated 3', kind: 'Book' });
    await rateItem(context, { facts: film(9), given: stars(2) });
    const orders = async (choice: Pick<RatingsChoice, 'kinds'> & { limit?: number } = {}) => {
      const lists = [];
      for (const sort of ['newest', 'oldest'] as const) {
        const { ids } = await listRatingIds(context, { sort, ...choice });
        const { rows } = await ratingRows(context, { itemIds: ids });
        lists.push(rows.map(({ item }) => item.name));
      }
      return lists;
    };
    const [newest, oldest] = await orders();
    expect(newest).toEqual([
      ...['Film 9', 'Then', 'Film 2', 'Film 1', 'Film 3'],
      ...['Undated 3', 'Undated 2', 'Undated 1'],
    ]);
    expect(oldest).toEqual([...newest!.slice(0, 5).toReversed(), ...newest!.slice(5).toReversed()]);
    for (const limit of [1, 3, 6, 7]) {
      expect(await orders({ limit })).toEqual([newest!.slice(0, limit), oldest!.slice(0, limit)]);
    }
    const films = await orders({ kinds: ['Movie'] });
    expect(films[0]).toEqual(newest!.filter((name) => name !== 'Undated 3'));
    await warmSearch(context, { sort: 'newest' });
    expect([await orders(), await orders({ kinds: ['Movie'] })]).toEqual([[newest, oldest], films]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('knows of them in a store from before they were counted, and counts them with the next write', async () => {
    const context = await withFilms(2);
    await takeIn(context, { name: 'Undated' });
    await context.database.meta.toCollection().modify((row) => {
      delete (row as { undated?: unknown }).undated;
    });
    const namesNow = async (of: TestContext) => {
      const { ids } = await listRatingIds(of, { sort: 'newest', limit: 9 });
      return (await ratingRows(of, { itemIds: ids })).rows.map(({ item }) => item.name);
    };
    expect(await namesNow(context.reopen())).toEqual(['Film 2', 'Film 1', 'Undated']);
    await rateItem(context, { facts: film(3), given: stars(2) });
    expect(await namesNow(context.reopen())).toEqual(['Film 3', 'Film 2', 'Film 1', 'Undated']);
    expect(Object.values((await tallyOf(context.database)).undated ?? {})).toEqual([1]);
    expect(await brokenInvariants(context.database)).toEqual([]);
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
