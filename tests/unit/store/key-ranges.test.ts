import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../src/domain/ids.ts';
import { lotsOf } from '../../../src/store/key-ranges.ts';

function idOf(n: number): ItemId {
  return String(n).padStart(6, '0') as ItemId;
}

describe('lotsOf', () => {
  it('covers all without a mark just once, and tells how many they are', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 3_000, size: 'max' }), (marks) => {
        const ids = marks.map((_isRated, n) => idOf(n));
        const rated = new Set(ids.filter((_id, n) => marks[n]));
        const { lots, total } = lotsOf(ids, rated);
        const ranges = lots.flatMap((lot) => lot.ranges);
        const covered = ranges.flatMap(({ first, last }) => ids.filter((id) => id >= first && id <= last));
        expect(new Set(covered).size).toBe(covered.length);
        const unrated = ids.filter((id) => !rated.has(id));
        expect(covered.filter((id) => !rated.has(id))).toEqual(unrated);
        expect([total, lots.reduce((sum, { size }) => sum + size, 0)]).toEqual([unrated.length, unrated.length]);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves out where many are rated, and reads over a few', () => {
    const ids = Array.from({ length: 5_000 }, (_, n) => idOf(n));
    const unrated = new Set([3, 5, 4_000].map(idOf));
    const { lots } = lotsOf(ids, new Set(ids.filter((id) => !unrated.has(id))));
    expect(lots.flatMap(({ ranges }) => ranges)).toEqual([
      { first: idOf(3), last: idOf(5) },
      { first: idOf(4_000), last: idOf(4_000) },
    ]);
  });
});
