import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToTaste, buildTaste, MAX_NAMES_OF_KIND, removeFromTaste } from '../../../src/policy/build-taste.ts';
import { emptyTaste, type TasteRating } from '../../../src/policy/taste.ts';
import { tasteRatings } from './arbitraries.ts';

const HEAT: TasteRating = {
  kind: 'Movie',
  value: 90,
  creators: ['Michael Mann'],
  genres: ['Crime', 'Drama'],
  series: 'None Such',
  brand: 'Warner',
  year: 1995,
};

describe('buildTaste', () => {
  it('counts a rating for each name of its item', () => {
    expect(buildTaste([HEAT])).toEqual({
      kinds: {
        Movie: {
          count: 1,
          sum: 90,
          squares: 8100,
          names: 6,
          tallies: {
            'genre:crime': [1, 90],
            'genre:drama': [1, 90],
            'brand:warner': [1, 90],
            'creator:michael mann': [1, 90],
            'series:none such': [1, 90],
            'era:1995': [1, 90],
          },
        },
      },
    });
  });

  it('joins names that differ in case, accents or spaces', () => {
    const { kinds } = buildTaste([
      { kind: 'Book', value: 60, creators: ['Karel Čapek'] },
      { kind: 'Book', value: 80, creators: ['KAREL  CAPEK', 'karel capek'] },
    ]);
    expect(kinds.Book?.tallies).toEqual({ 'creator:karel capek': [2, 140] });
  });

  it('keeps the kinds apart', () => {
    const { kinds } = buildTaste([HEAT, { kind: 'Book', value: 20, genres: ['Crime'] }]);
    expect(kinds.Movie?.tallies['genre:crime']).toEqual([1, 90]);
    expect(kinds.Book?.tallies['genre:crime']).toEqual([1, 20]);
  });

  it.each([
    [250, 100],
    [-3, 1],
    [Number.POSITIVE_INFINITY, 100],
  ])('cuts a value of %d to %d', (value, cut) => {
    expect(buildTaste([{ kind: 'Movie', value }]).kinds.Movie?.sum).toBe(cut);
  });

  it('leaves out what is no number', () => {
    expect(buildTaste([{ kind: 'Movie', value: Number.NaN }])).toEqual(emptyTaste());
  });

  it('leaves out a year that is no number', () => {
    expect(buildTaste([{ kind: 'Movie', value: 50, year: Number.NaN }]).kinds.Movie?.tallies).toEqual({});
  });

  it('survives JSON and structured clone, whatever the names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '\ud800'];
    const taste = buildTaste(names.map((name) => ({ kind: 'Book', value: 70, creators: [name], genres: [name] })));
    expect(JSON.parse(JSON.stringify(taste))).toEqual(taste);
    expect(structuredClone(taste)).toEqual(taste);
    expect(taste.kinds.Book?.tallies['creator:__proto__']).toBeUndefined();
    expect(taste.kinds.Book?.tallies['creator:proto']).toEqual([1, 70]);
    expect(taste.kinds.Book?.tallies['creator:constructor']).toEqual([1, 70]);
    expect(Object.getPrototypeOf(taste.kinds.Book?.tallies)).toBe(Object.prototype);
  });

  it('does not care for the order of the ratings', () => {
    fc.assert(
      fc.property(tasteRatings, (ratings) => {
        expect(buildTaste(ratings.toReversed())).toEqual(buildTaste(ratings));
      }),
    );
  });

  it('holds no more names than its limit, and those with most ratings', () => {
    function* ratings(): Generator<TasteRating> {
      for (let index = 0; index <= MAX_NAMES_OF_KIND; index += 1) {
        yield { kind: 'Book', value: 50, creators: [`Writer ${index}`], genres: ['Novel'] };
      }
    }
    const book = buildTaste(ratings()).kinds.Book;
    const kept = Object.keys(book?.tallies ?? {});
    expect(kept).toHaveLength(book?.names ?? -1);
    expect(kept.length).toBeLessThanOrEqual(MAX_NAMES_OF_KIND);
    expect(book?.tallies['genre:novel']?.[0]).toBe(MAX_NAMES_OF_KIND + 1);
    expect(book?.tallies['creator:writer 0']).toBeUndefined();
    expect(book?.tallies[`creator:writer ${MAX_NAMES_OF_KIND}`]).toEqual([1, 50]);
  });
});

describe('addToTaste', () => {
  it('comes to the same as one pass over all', () => {
    fc.assert(
      fc.property(tasteRatings, tasteRatings, (earlier, later) => {
        const taste = structuredClone(buildTaste(earlier));
        for (const rating of later) {
          addToTaste(taste, rating);
        }
        expect(taste).toEqual(buildTaste([...earlier, ...later]));
      }),
    );
  });
});

describe('removeFromTaste', () => {
  it('leaves what would be there without the rating', () => {
    fc.assert(
      fc.property(tasteRatings, tasteRatings, (kept, removed) => {
        const taste = buildTaste([...kept, ...removed]);
        for (const rating of removed) {
          removeFromTaste(taste, rating);
        }
        expect(taste).toEqual(buildTaste(kept));
      }),
    );
  });

  it('finds nothing to take from an empty taste', () => {
    const taste = emptyTaste();
    removeFromTaste(taste, HEAT);
    expect(taste).toEqual(emptyTaste());
  });
});
