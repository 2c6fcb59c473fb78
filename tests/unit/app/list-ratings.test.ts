import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { listRatings, type RatingsQuery } from '../../../src/app/list-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readMoment } from '../../../src/domain/moment.ts';
import { film, product, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

async function furnish(context: TestContext): Promise<void> {
  const at = (text: string) => ({ ratedAt: readMoment(text)! });
  await rateItem(context, {
    facts: film(1, { name: 'Amélie', creators: ['Jean-Pierre Jeunet'] }),
    given: stars(5),
    ...at('2020'),
    tags: ['paris', 'date'],
  });
  await rateItem(context, {
    facts: film(2, { name: 'Zodiac', year: 2007 }),
    given: stars(3),
    ...at('2021-05'),
    text: 'Too long, set in San Francisco',
  });
  await rateItem(context, {
    facts: product('Kettle 10'),
    given: stars(1),
    ...at('2019'),
    source: 'shop-csv',
    tags: ['date'],
  });
  await rateItem(context, { facts: product('Kettle 9'), given: stars(4), ...at('2022-01-01') });
}

async function names(context: TestContext, query: Partial<RatingsQuery> = {}): Promise<string[]> {
  const { rows } = await listRatings(context, { sort: 'newest', offset: 0, limit: 50, ...query });
  return rows.map(({ item }) => item.name);
}

describe('listRatings', () => {
  it.each([
    ['newest', ['Kettle 9', 'Zodiac', 'Amélie', 'Kettle 10']],
    ['oldest', ['Kettle 10', 'Amélie', 'Zodiac', 'Kettle 9']],
    ['highest', ['Amélie', 'Kettle 9', 'Zodiac', 'Kettle 10']],
    ['lowest', ['Kettle 10', 'Zodiac', 'Kettle 9', 'Amélie']],
    ['name', ['Amélie', 'Kettle 9', 'Kettle 10', 'Zodiac']],
  ] as const)('sorts %s first, from an index or not', async (sort, expected) => {
    const context = testContext();
    await furnish(context);
    expect(await names(context, { sort })).toEqual(expected);
    expect(await names(context, { sort, kinds: ['Movie', 'Product'] })).toEqual(expected);
    const films = expected.filter((name) => !name.startsWith('Kettle'));
    expect(await names(context, { sort, kinds: ['Movie'] })).toEqual(films);
  });

  it('finds words in any field, whatever their case and accents', async () => {
    const context = testContext();
    await furnish(context);
    expect(await names(context, { search: 'AMELIE' })).toEqual(['Amélie']);
    expect(await names(context, { search: 'jeunet  paris' })).toEqual(['Amélie']);
    expect(await names(context, { search: 'francisco' })).toEqual(['Zodiac']);
    expect(await names(context, { search: '2007' })).toEqual(['Zodiac']);
    expect(await names(context, { search: 'zod 2007' })).toEqual(['Zodiac']);
    expect(await names(context, { search: 'zod 2001' })).toEqual([]);
    expect(await names(context, { search: 'kettle amélie' })).toEqual([]);
    expect(await names(context, { search: '  ' })).toHaveLength(4);
  });

  it('filters by kind, tag and source; an empty list of kinds is none', async () => {
    const context = testContext();
    await furnish(context);
    expect(await names(context, { tag: 'date' })).toEqual(['Amélie', 'Kettle 10']);
    expect(await names(context, { source: 'shop-csv' })).toEqual(['Kettle 10']);
    expect(await names(context, { tag: 'date', kinds: ['Movie'] })).toEqual(['Amélie']);
    expect(await names(context, { kinds: [] })).toEqual([]);
  });

  it('pages, and says how many there are and what to filter by', async () => {
    const context = testContext();
    await furnish(context);
    const page = await listRatings(context, { sort: 'newest', offset: 1, limit: 2 });
    expect(page.rows.map(({ item }) => item.name)).toEqual(['Zodiac', 'Amélie']);
    expect(page).toMatchObject({
      total: 4,
      kinds: [
        { kind: 'Movie', count: 2 },
        { kind: 'Product', count: 2 },
      ],
      tags: [
        { tag: 'date', count: 2 },
        { tag: 'paris', count: 1 },
      ],
    });
    expect((await listRatings(context, { sort: 'newest', offset: 0, limit: 1, search: 'kettle' })).total).toBe(2);
    expect((await listRatings(context, { sort: 'newest', offset: 0, limit: 1, kinds: ['Movie'] })).total).toBe(2);
  });

  it('keeps up with every change', async () => {
    const context = testContext();
    await furnish(context);
    expect(await names(context, { search: 'zodiac' })).toEqual(['Zodiac']);
    const { rows } = await listRatings(context, { sort: 'newest', offset: 0, limit: 9, search: 'zodiac' });
    const itemId = rows[0]!.item.id;
    await editRating(context, { itemId, text: null, tags: ['new'] });
    expect(await names(context, { tag: 'new' })).toEqual(['Zodiac']);
    expect(await names(context, { search: 'francisco' })).toEqual([]);
    await deleteRating(context, { itemIds: [itemId] });
    expect(await names(context, { search: 'zodiac' })).toEqual([]);
    const { total, tags } = await listRatings(context, { sort: 'newest', offset: 0, limit: 9 });
    expect(total).toBe(3);
    expect(tags.map(({ tag }) => tag)).not.toContain('new');
  });
});
