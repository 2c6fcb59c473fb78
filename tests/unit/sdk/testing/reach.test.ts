import { describe, expect, it } from 'vitest';
import type { Need, RatingQuery, Review } from '../../../../src/sdk/index.ts';
import { commonValue, reachedRatings } from '../../../../src/sdk/testing/reach.ts';
import { reviewOf } from './examples.ts';

const all = [
  reviewOf('imdb:tt1', 5, '2023'),
  reviewOf('imdb:tt2', 1, '2024-02-10'),
  reviewOf('isbn:9780141439600', 3, '2024-02-11', 'Book'),
];

function reached(needs: readonly Need[], query: RatingQuery = {}): string[] {
  return reachedRatings(all, needs, query).flatMap(({ itemReviewed }) => itemReviewed.identifier);
}

const whole: Need = { collection: 'ratings' };

describe('what a need reaches', () => {
  it.each<[string, Need, string[]]>([
    ['everything, where it names no kinds', whole, ['isbn:9780141439600', 'imdb:tt2', 'imdb:tt1']],
    ['nothing, where its kinds are empty', { ...whole, kinds: [] }, []],
    ['its kinds', { ...whole, kinds: ['Book'] }, ['isbn:9780141439600']],
    ['from the first day that counts', { ...whole, filter: { since: '2024-02-11' } }, ['isbn:9780141439600']],
    ['to the day before the end', { ...whole, filter: { until: '2024-02-11' } }, ['imdb:tt2', 'imdb:tt1']],
    [
      'between its marks, both counted',
      { ...whole, filter: { min: 60, max: 100 } },
      ['isbn:9780141439600', 'imdb:tt1'],
    ],
  ])('is %s', (_what, need, expected) => {
    expect(reached([need])).toEqual(expected);
  });

  it('is no more than each of several needs', () => {
    const needs: Need[] = [
      { ...whole, kinds: ['Movie'], fields: ['dateCreated'] },
      { ...whole, kinds: ['Book'], fields: ['reviewBody'] },
    ];
    const [book, film] = reachedRatings(all, needs, {});
    expect(Object.keys(book!)).toEqual(['@type', 'itemReviewed', 'reviewRating', 'reviewBody']);
    expect(Object.keys(film!)).toEqual(['@type', 'itemReviewed', 'reviewRating', 'dateCreated']);
  });
});

describe('what a query wants', () => {
  it.each<[RatingQuery, string[]]>([
    [{ kinds: ['Movie'] }, ['imdb:tt2', 'imdb:tt1']],
    [{ kinds: [] }, []],
    [{ identifiers: ['imdb:tt1', 'imdb:tt404'] }, ['imdb:tt1']],
    [{ identifiers: [] }, []],
    [{ since: '2024-02-11' }, ['isbn:9780141439600']],
  ])('%j', (query, expected) => {
    expect(reached([whole], query)).toEqual(expected);
  });
});

it.each([
  [5, 5, 0.5, 100],
  [2.5, 5, 0.5, 50],
  [5, 10, 1, 50],
  [0, 100, 0, 1],
  [0, 10, -10, 50],
])('the common value of %d of %d from %d is %d', (ratingValue, bestRating, worstRating, expected) => {
  const review: Review = { ...all[0]!, reviewRating: { '@type': 'Rating', ratingValue, bestRating, worstRating } };
  expect(commonValue(review)).toBe(expected);
});
