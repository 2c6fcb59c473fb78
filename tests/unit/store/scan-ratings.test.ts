import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemKind } from '../../../src/domain/item.ts';
import { ITEM_KINDS } from '../../../src/domain/item.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import type { Database } from '../../../src/store/database.ts';
import { countRatings, type RatingPlace, type RatingRange, scanRatings } from '../../../src/store/scan-ratings.ts';
import { testContext } from '../../support/test-context.ts';

const MOMENTS = ['2019', '2019-06', '2019-06-15', '2019-06-15T10:00:00.000Z', '2020'];

async function fill(database: Database, count: number): Promise<Rating[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    itemId: `item-${String((index * 7) % count).padStart(3, '0')}`,
    kind: ITEM_KINDS[index % 6],
    value: (index % 100) + 1,
    ratedAt: MOMENTS[index % MOMENTS.length],
  }));
  const tombstones = [{ itemId: 'gone-1' }, { itemId: 'gone-2' }];
  await database.table('ratings').bulkAdd([...rows, ...tombstones]);
  return rows as unknown as Rating[];
}

async function scanAll(database: Database, range: RatingRange, limit: number): Promise<string[]> {
  const found: string[] = [];
  let after: RatingPlace | undefined;
  do {
    const { ratings, last } = await scanRatings(database, range, { after, limit });
    expect(ratings.length).toBeLessThanOrEqual(limit);
    found.push(...ratings.map(({ itemId }) => itemId));
    after = last;
  } while (after);
  return found;
}

describe('scanRatings', () => {
  it('finds each rating of a range once, newest first, in pages of any size', async () => {
    const { database } = testContext();
    const all = await fill(database, 60);
    const kinds = fc.option(fc.uniqueArray(fc.constantFrom<ItemKind>(...ITEM_KINDS.slice(0, 7)), { maxLength: 6 }), {
      nil: undefined,
    });
    const bound = fc.constantFrom('', '2019', '2019-06', '2019-06-15', '2019-06-15T09', '2020', '\uffff');
    await fc.assert(
      fc.asyncProperty(kinds, bound, bound, fc.integer({ min: 1, max: 25 }), async (only, since, until, limit) => {
        const range = { since, until, ...(only && { kinds: only }) };
        const expected = all
          .filter(({ kind, ratedAt }) => (!only || only.includes(kind)) && ratedAt >= since && ratedAt < until)
          .sort((left, right) => (`${left.ratedAt} ${left.itemId}` < `${right.ratedAt} ${right.itemId}` ? 1 : -1));
        const order = (rating: Rating) => [rating.ratedAt, rating.itemId];
        const found = since <= until ? await scanAll(database, range, limit) : [];
        expect(found).toEqual(expected.map(({ itemId }) => itemId));
        expect(expected.map(order)).toHaveLength(since <= until ? await countRatings(database, range) : 0);
      }),
      { numRuns: 80 },
    );
  });

  it('finds nothing where the end lies before the start', async () => {
    const { database } = testContext();
    await fill(database, 10);
    const range = { since: '2020', until: '2019' };
    expect(await scanRatings(database, range, { limit: 5 })).toEqual({ ratings: [], last: undefined });
    expect(await countRatings(database, { ...range, kinds: ['Movie'] })).toBe(0);
  });
});
