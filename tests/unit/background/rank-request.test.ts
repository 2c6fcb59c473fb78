import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { rankRequestOf } from '../../../src/background/rank-request.ts';
import { itemReference } from '../../../src/protocol/vendor-schemas.ts';

const read = (reference: object) =>
  rankRequestOf(v.parse(itemReference, { identifier: 'imdb:tt0133093', ...reference }));

describe('rankRequestOf', () => {
  it('keeps what the vendor knows of its own item', () => {
    expect(
      read({
        name: 'The Matrix',
        '@type': 'Movie',
        genre: 'Action',
        creator: ['A', 'B'],
        brand: 'W',
        isPartOf: 'The Matrix',
      }),
    ).toEqual({
      identifiers: ['imdb:tt0133093'],
      name: 'The Matrix',
      kind: 'Movie',
      genre: ['Action'],
      creator: ['A', 'B'],
      brand: 'W',
      isPartOf: 'The Matrix',
    });
  });

  it('leaves out identifiers that name nothing', () => {
    expect(read({ identifier: ['nobody-knows:this', 'imdb:tt0133093'] }).identifiers).toEqual(['imdb:tt0133093']);
  });

  it.each([
    [{ ratingValue: 4 }, { value: 80 }],
    [
      { ratingValue: 8.7, bestRating: 10, ratingCount: 2_000_000 },
      { value: 87, count: 2_000_000 },
    ],
    [
      { ratingValue: 4, reviewCount: 12 },
      { value: 80, count: 12 },
    ],
    [
      { ratingValue: 4, ratingCount: 3, reviewCount: 12 },
      { value: 80, count: 3 },
    ],
    [{ ratingValue: 0, bestRating: 10, worstRating: -10 }, { value: 50 }],
  ])('puts the average %j on the common scale', (aggregateRating, average) => {
    expect(read({ aggregateRating }).average).toEqual(average);
  });
});
