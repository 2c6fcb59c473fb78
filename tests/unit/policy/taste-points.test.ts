import { describe, expect, it } from 'vitest';
import { buildTaste } from '../../../src/policy/build-taste.ts';
import { levelsOf } from '../../../src/policy/level.ts';
import type { RankItem } from '../../../src/policy/rank-item.ts';
import type { TasteRating } from '../../../src/policy/taste.ts';
import { tastePoints } from '../../../src/policy/taste-points.ts';

/** A person who rated much, at 70 for the most part, so that their level hardly moves. */
const usual = Array.from({ length: 400 }, (): TasteRating => ({ kind: 'Movie', value: 70 }));

function points(item: RankItem, ...ratings: TasteRating[]) {
  return tastePoints({ kind: 'Movie', ...item }, levelsOf(buildTaste([...usual, ...ratings])));
}

function times(count: number, rating: Omit<TasteRating, 'kind'>): TasteRating[] {
  return Array.from({ length: count }, () => ({ kind: 'Movie', ...rating }));
}

describe('tastePoints', () => {
  it('expects nothing of an item it knows nothing of', () => {
    expect(
      points({ name: 'Heat', genre: ['Crime'], creator: ['Mann'] }, ...times(3, { value: 100, genres: ['Drama'] })),
    ).toEqual({
      points: 0,
      causes: [],
    });
  });

  it.each([
    ['genre', { genres: ['X'] }, { genre: ['x'] }],
    ['brand', { brand: 'X' }, { brand: 'x' }],
    ['creator', { creators: ['X'] }, { creator: ['x'] }],
    ['series', { series: 'X' }, { isPartOf: 'x' }],
    ['era', { year: 1996 }, { name: 'Heat (1995)' }],
  ])('learns from a %s, liked or not, and more from more ratings', (kind, facts, item) => {
    const few = points(item, ...times(1, { value: 100, ...facts }));
    const many = points(item, ...times(8, { value: 100, ...facts }));
    const bad = points(item, ...times(8, { value: 10, ...facts }));
    expect(few.points).toBeGreaterThan(0);
    expect(many.points).toBeGreaterThan(few.points * 1.5);
    expect(bad.points).toBeLessThan(0);
    expect(many.causes).toHaveLength(1);
    expect(many.causes[0]?.cause).toMatchObject({ kind, value: 100, count: 8 });
  });

  it('counts a single rating for little', () => {
    for (const { facts, item } of [
      { facts: { genres: ['X'] }, item: { genre: ['X'] } },
      { facts: { creators: ['X'] }, item: { creator: ['X'] } },
      { facts: { series: 'X' }, item: { isPartOf: 'X' } },
    ]) {
      expect(points(item, ...times(1, { value: 100, ...facts })).points).toBeLessThan(30 / 2.5);
    }
  });

  it('believes the particular over the broad', () => {
    const ratings = [
      ...times(50, { value: 30, genres: ['Crime'] }),
      ...times(12, { value: 100, genres: ['Crime'], creators: ['Mann'] }),
    ];
    expect(points({ genre: ['Crime'] }, ...ratings).points).toBeLessThan(0);
    expect(points({ genre: ['Crime'], creator: ['Mann'] }, ...ratings).points).toBeGreaterThan(10);
  });

  it('does not count twice what genre and maker say alike', () => {
    const ratings = times(40, { value: 100, genres: ['Crime'], creators: ['Mann'] });
    const expected = points({ genre: ['Crime'], creator: ['Mann'] }, ...ratings).points;
    expect(expected).toBeGreaterThan(points({ genre: ['Crime'] }, ...ratings).points);
    expect(expected).toBeLessThan(30);
  });

  it('takes several liked genres for more than one of them, and for less than their sum', () => {
    const ratings = ['A', 'B', 'C', 'D'].flatMap((genre) => times(20, { value: 100, genres: [genre] }));
    const one = points({ genre: ['A'] }, ...ratings).points;
    expect(points({ genre: ['A', 'B', 'C', 'D'] }, ...ratings).points / one).toBeCloseTo(2, 9);
  });

  it('is no surer of several makers than of the one best known', () => {
    const ratings = times(4, { value: 100, creators: ['A', 'B', 'C'] });
    const one = points({ creator: ['A'] }, ...ratings).points;
    expect(points({ creator: ['A', 'B', 'C'] }, ...ratings).points).toBeCloseTo(one, 9);
    expect(points({ creator: ['Unknown', 'A'] }, ...ratings).points).toBeCloseTo(one, 9);
  });

  it('looks at the years beside an era, for less', () => {
    const near = points({ name: 'Heat (1995)' }, ...times(8, { value: 100, year: 2001 })).points;
    const same = points({ name: 'Heat (1995)' }, ...times(8, { value: 100, year: 1996 })).points;
    const far = points({ name: 'Heat (1995)' }, ...times(8, { value: 100, year: 2011 })).points;
    expect(near).toBeGreaterThan(0);
    expect(same).toBeGreaterThan(near);
    expect(far).toBe(0);
  });

  it('learns of a maker from another kind of item, of a genre only from the same', () => {
    const book: TasteRating = { kind: 'Book', value: 100, creators: ['King'], genres: ['Horror'] };
    expect(points({ creator: ['King'] }, book).points).toBeGreaterThan(0);
    expect(points({ genre: ['Horror'] }, book).points).toBe(0);
  });

  it('tells a cause by the name that the vendor wrote', () => {
    const { causes } = points({ genre: ['SCI-FI'] }, ...times(5, { value: 100, genres: ['sci fi'] }));
    expect(causes[0]?.cause.of).toBe('SCI-FI');
  });
});
