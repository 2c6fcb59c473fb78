import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTaste } from '../../../src/policy/build-taste.ts';
import { evidenceOf, levelsFor, shrunk } from '../../../src/policy/evidence.ts';
import { levelsOf } from '../../../src/policy/level.ts';

const levels = levelsOf(
  buildTaste([
    { kind: 'Movie', value: 90, genres: ['Crime'], creators: ['Stephen King'] },
    { kind: 'Movie', value: 30, genres: ['Crime'] },
    { kind: 'Book', value: 100, genres: ['Crime'], creators: ['Stephen King'] },
  ]),
);

describe('levelsFor', () => {
  it('hears of a genre from its own kind only', () => {
    expect(levelsFor('genre', 'Movie', levels).map(({ taste }) => taste?.count)).toEqual([2]);
    expect(levelsFor('genre', 'VideoGame', levels)).toEqual([]);
  });

  it.each(['brand', 'creator', 'series'] as const)('hears of a %s from every kind', (facet) => {
    expect(levelsFor(facet, 'Movie', levels)).toHaveLength(2);
    expect(levelsFor(facet, 'VideoGame', levels)).toHaveLength(2);
  });

  it('hears from every kind where the kind is not told', () => {
    expect(levelsFor('genre', undefined, levels)).toHaveLength(2);
  });
});

describe('evidenceOf', () => {
  it('measures each kind from its own level', () => {
    const movie = levels.ofKind.get('Movie')!;
    const book = levels.ofKind.get('Book')!;
    const { count, above } = evidenceOf([movie, book], 'creator', [['stephen king', 1]]);
    expect(count).toBe(2);
    expect(above).toBeCloseTo((90 - movie.mean + (100 - book.mean)) / 2, 9);
  });

  it('counts names by their weight', () => {
    const { count } = evidenceOf(levels.ofKind.values(), 'genre', [
      ['crime', 0.5],
      ['unknown', 1],
    ]);
    expect(count).toBe(1.5);
  });

  it.each(['__proto__', 'constructor', 'toString', 'valueOf'])('knows nothing of %s', (name) => {
    expect(evidenceOf(levels.ofKind.values(), 'creator', [[name, 1]])).toEqual({ count: 0, above: 0 });
  });

  it('stays within the scale when a tally is off', () => {
    const movie = {
      ...levels.ofKind.get('Movie')!,
      taste: { count: 1, sum: 1, squares: 1, names: 1, tallies: { 'genre:x': [1, 9e9] as [number, number] } },
    };
    expect(evidenceOf([movie], 'genre', [['x', 1]]).above).toBe(100);
  });
});

describe('shrunk', () => {
  it.each([
    [0, 0],
    [1, 5],
    [5, 15],
    [45, 27],
  ])('takes of 30 points on %i ratings, with doubt of five, %d', (count, expected) => {
    expect(shrunk({ count, above: 30 }, 5)).toBe(expected);
  });

  it('never goes beyond what was found, and grows with the number of ratings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 100 }), (count, above) => {
        const points = shrunk({ count, above }, 3);
        expect(points).toBeLessThan(above);
        expect(shrunk({ count: count + 1, above }, 3)).toBeGreaterThan(points);
      }),
    );
  });
});
