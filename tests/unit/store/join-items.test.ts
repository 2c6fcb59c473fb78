import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { joinItems } from '../../../src/app/join-items.ts';
import { lookUpRatings } from '../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { ratingHistory } from '../../../src/app/rating-history.ts';
import { splitItems } from '../../../src/app/split-items.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import type { ItemFacts } from '../../../src/domain/item.ts';
import { readMoment } from '../../../src/domain/moment.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { id, product, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const GTIN = 'gtin:04006381333931';
const OTHER_GTIN = 'gtin:00036000291452';
const HERE = 'sku:one.example/1';
const THERE = 'sku:two.example/2';

function rate(context: TestContext, facts: ItemFacts, mark: number, year: string) {
  context.clock.advance(1_000);
  return rateItem(context, { facts, given: stars(mark), ratedAt: readMoment(year)! });
}

/** Two things from two shops, then a page that shows they are one. */
async function mergeTwo(context: TestContext, { older = '2019', younger = '2020', both = '2021' } = {}) {
  const one = await rate(context, { ...product('Here', HERE), genres: ['Kitchen'] }, 1, older);
  const other = await rate(context, { ...product('There', THERE), brand: 'Acme' }, 2, younger);
  const joined = await rate(context, product('Both', HERE, THERE, GTIN), 3, both);
  const { joined: merges } = await ratingHistory(context, { itemId: joined.item.id });
  return { one, other, joined, mergeId: merges[0]!.mergeId };
}

async function markOf(context: TestContext, name: string): Promise<number | undefined> {
  const [known] = await lookUpRatings(context, { things: [[id(name)]] });
  return known?.rating?.given.value;
}

describe('things that turn out to be one', () => {
  it('become the older of them, which takes over names, facts and history of the other', async () => {
    const context = testContext();
    const { one, joined } = await mergeTwo(context);
    expect(joined.item).toMatchObject({ id: one.item.id, name: 'Here', genres: ['Kitchen'], brand: 'Acme' });
    expect(joined.item.identifiers).toEqual([id(GTIN), id(HERE), id(THERE)]);
    const history = await ratingHistory(context, { itemId: joined.item.id });
    expect(history.current?.given.value).toBe(3);
    expect(history.versions.map(({ rating }) => rating.given.value).sort()).toEqual([1, 2]);
    expect(history.joined).toMatchObject([{ name: 'There' }]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('come apart as they were, and what was said since stays with the older', async () => {
    const context = testContext();
    const { one, other, mergeId } = await mergeTwo(context);
    const { items } = await splitItems(context, { mergeId });
    expect(items.map(({ name, brand, identifiers }) => [name, brand, identifiers])).toEqual([
      ['Here', undefined, [id(GTIN), id(HERE)]],
      ['There', 'Acme', [id(THERE)]],
    ]);
    expect(items.map((item) => item.id)).toEqual([one.item.id, other.item.id]);
    expect(await markOf(context, HERE)).toBe(3);
    expect(await markOf(context, THERE)).toBe(2);
    expect(await brokenInvariants(context.database)).toEqual([]);
    await expect(splitItems(context, { mergeId })).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each([
    ['the other', '2019', '2020', [1, 2]],
    ['the older', '2020', '2019', [1, 2]],
  ])('are as before when they are parted with the later judgement that of %s', async (_name, older, younger, marks) => {
    const context = testContext();
    const { journalId } = await (async () => {
      const merged = await mergeTwo(context, { older, younger });
      return merged.joined;
    })();
    // What the page that joined them said is taken back, with the join.
    await undoChange(context, { journalId });
    expect([await markOf(context, HERE), await markOf(context, THERE)]).toEqual(marks);
    expect(await context.database.merges.count()).toBe(0);
    expect(await context.database.versions.count()).toBe(0);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('have the judgement that the person spoke last, whatever day it is of', async () => {
    const context = testContext();
    const one = await rate(context, product('Here', HERE), 1, '2012');
    const other = await rate(context, product('There', THERE), 2, '2020');
    await editRating(context, { itemId: one.item.id, given: stars(5) });
    const { item } = await joinItems(context, { one: one.item.id, other: other.item.id });
    const { current, joined } = await ratingHistory(context, { itemId: item.id });
    expect(current).toMatchObject({ given: { value: 5 }, ratedAt: '2012' });
    await splitItems(context, { mergeId: joined[0]!.mergeId });
    expect([await markOf(context, HERE), await markOf(context, THERE)]).toEqual([5, 2]);
    expect(await context.database.versions.count()).toBe(1);
  });

  it('come apart with the judgement each had, when nothing was said since', async () => {
    const context = testContext();
    await rate(context, product('Here', HERE, GTIN), 1, '2019');
    await rate(context, product('There', THERE), 2, '2020');
    const third = await rate(context, product('Both', GTIN, THERE), 3, '2021');
    const [version] = (await ratingHistory(context, { itemId: third.item.id })).versions;
    expect(version?.rating.given.value).toBe(2);
    // Back to what the merge left: the later of the two.
    await editRating(context, { itemId: third.item.id, given: stars(2), ratedAt: readMoment('2020')! });
    const [merge] = await context.database.merges.toArray();
    await splitItems(context, { mergeId: merge!.id });
    expect([await markOf(context, HERE), await markOf(context, THERE)]).toEqual([1, 2]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('stay apart where each has its own number in a catalogue of one number each', async () => {
    const context = testContext();
    const film = { kind: 'Movie' as const, name: 'One' };
    const one = await rate(context, { ...film, identifiers: [id('imdb:tt0000001')] }, 1, '2019');
    const two = await rate(context, { ...film, identifiers: [id('imdb:tt0000002'), id(GTIN)] }, 2, '2020');
    const both = await rate(context, { ...film, identifiers: [id('imdb:tt0000001'), id(GTIN)] }, 3, '2021');
    expect(both.item.id).toBe(two.item.id);
    expect((await ratingHistory(context, { itemId: one.item.id })).current?.given.value).toBe(1);
    expect(await context.database.merges.count()).toBe(0);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('are not what one address leads to when their numbers differ', async () => {
    const context = testContext();
    const address = 'url:https://one.example/shirt';
    const small = await rate(context, product('Shirt, small', address, GTIN), 4, '2019');
    const large = await rate(context, product('Shirt, large', address, OTHER_GTIN), 2, '2020');
    expect(large.item.id).not.toBe(small.item.id);
    expect(large.item.identifiers).toEqual([id(OTHER_GTIN)]);
    const known = await lookUpRatings(context, {
      things: [
        [id(address), id(OTHER_GTIN)],
        [id(address), id(GTIN)],
        [id(address)],
        [id(address), id('gtin:05901234123457')],
      ],
    });
    expect(known.map((thing) => thing?.item.name)).toEqual(['Shirt, large', 'Shirt, small', 'Shirt, small', undefined]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('are found by a page rated as itself that later says what it is', async () => {
    const context = testContext();
    const address = id('url:https://one.example/page');
    await rate(context, { kind: 'WebPage', name: 'A page', identifiers: [address] }, 4, '2019');
    const { item, rating } = await rate(
      context,
      { kind: 'Book', name: 'A book', identifiers: [address, id('isbn:9780141439600')] },
      5,
      '2020',
    );
    expect(item).toMatchObject({ kind: 'Book', name: 'A page' });
    expect(rating.kind).toBe('Book');
    expect(await context.database.items.count()).toBe(1);
  });

  it('are parted in the order they were joined, last first', async () => {
    const context = testContext();
    const oldest = await rate(context, product('Oldest', 'mpn:acme/KX1000'), 5, '2018');
    const { one, mergeId } = await mergeTwo(context);
    const all = await rate(context, product('All', 'mpn:acme/KX1000', GTIN), 4, '2022');
    expect(all.item.id).toBe(oldest.item.id);
    const last = (await context.database.merges.where('from').equals(one.item.id).toArray())[0]!;

    await expect(splitItems(context, { mergeId })).rejects.toMatchObject({ code: 'conflict' });
    await splitItems(context, { mergeId: last.id });
    await splitItems(context, { mergeId });

    const marks = [await markOf(context, 'mpn:acme/KX1000'), await markOf(context, HERE), await markOf(context, THERE)];
    expect(marks).toEqual([4, 3, 2]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('go with all that was joined into them when they are deleted', async () => {
    const context = testContext();
    const oldest = await rate(context, product('Oldest', 'mpn:acme/KX1000'), 5, '2018');
    await mergeTwo(context);
    await rate(context, product('All', 'mpn:acme/KX1000', GTIN), 4, '2022');
    await deleteRating(context, { itemIds: [oldest.item.id] });
    const { items, ratings, versions, merges, identifiers } = context.database;
    const left = JSON.stringify(
      await Promise.all([items, ratings, versions, merges, identifiers].map((table) => table.toArray())),
    );
    for (const word of ['Oldest', 'Here', 'There', 'Acme', 'Kitchen', 'sku:', 'gtin:']) {
      expect(left).not.toContain(word);
    }
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('is kept apart from what names nothing', async () => {
    const context = testContext();
    const one = await rate(context, product('By hand'), 1, '2019');
    const two = await rate(context, product('By hand'), 2, '2020');
    expect(two.item.id).not.toBe(one.item.id);
    await expect(splitItems(context, { mergeId: one.item.id })).rejects.toMatchObject({ code: 'not-found' });
  });
});
