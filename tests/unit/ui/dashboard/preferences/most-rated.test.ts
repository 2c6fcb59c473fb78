import { describe, expect, it } from 'vitest';
import type { RatingRow } from '../../../../../src/app/list-ratings.ts';
import { mostRated } from '../../../../../src/ui/dashboard/preferences/most-rated.ts';

function row(facts: Partial<RatingRow['item']>): RatingRow {
  return { item: { name: 'x', kind: 'Movie', identifiers: [], ...facts } } as unknown as RatingRow;
}

describe('mostRated', () => {
  it('counts each name once an item and puts the most rated first', () => {
    const rows = [row({ creators: ['Ada', 'Ada', 'Bo'] }), row({ creators: ['Bo'] }), row({})];
    expect(mostRated(rows, 'maker', 5)).toEqual([
      { name: 'Bo', count: 2 },
      { name: 'Ada', count: 1 },
    ]);
  });

  it('tells brands, makers and genres apart and stops at the limit', () => {
    const rows = [row({ brand: 'Acme', genres: ['noir', 'drama'] })];
    expect(mostRated(rows, 'brand', 5)).toEqual([{ name: 'Acme', count: 1 }]);
    expect(mostRated(rows, 'genre', 1)).toEqual([{ name: 'drama', count: 1 }]);
    expect(mostRated(rows, 'maker', 5)).toEqual([]);
  });
});
