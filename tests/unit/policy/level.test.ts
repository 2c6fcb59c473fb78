import { describe, expect, it } from 'vitest';
import { buildTaste } from '../../../src/policy/build-taste.ts';
import { levelFor, levelsOf } from '../../../src/policy/level.ts';
import { emptyTaste, type TasteRating } from '../../../src/policy/taste.ts';

function rated(kind: TasteRating['kind'], values: readonly number[]): TasteRating[] {
  return values.map((value) => ({ kind, value }));
}

describe('levelsOf', () => {
  it('assumes the usual of a person nothing is known of', () => {
    const levels = levelsOf(emptyTaste());
    expect(levels.all).toMatchObject({ mean: 70, spread: 20 });
    expect(levels.ofKind.size).toBe(0);
  });

  it('comes near the mean of many ratings, and stays near the usual with one', () => {
    const many = levelsOf(
      buildTaste(
        rated(
          'Book',
          Array.from({ length: 500 }, () => 40),
        ),
      ),
    );
    expect(many.all.mean).toBeCloseTo(40, 0);
    const one = levelsOf(buildTaste(rated('Book', [40])));
    expect(one.all.mean).toBe(65);
  });

  it('tells a person of wide spread from one of narrow', () => {
    const wide = levelsOf(
      buildTaste(
        rated(
          'Book',
          Array.from({ length: 100 }, (_, index) => (index % 2 ? 100 : 1)),
        ),
      ),
    );
    const narrow = levelsOf(
      buildTaste(
        rated(
          'Book',
          Array.from({ length: 100 }, (_, index) => (index % 2 ? 71 : 69)),
        ),
      ),
    );
    expect(wide.all.spread).toBeGreaterThan(40);
    expect(narrow.all.spread).toBeLessThan(8);
    expect(narrow.all.spread).toBeGreaterThan(1);
  });

  it('draws a kind with few ratings towards all kinds together', () => {
    const taste = buildTaste([
      ...rated(
        'Movie',
        Array.from({ length: 100 }, () => 50),
      ),
      ...rated('Book', [100]),
    ]);
    const book = levelFor('Book', levelsOf(taste));
    expect(book.mean).toBeGreaterThan(50);
    expect(book.mean).toBeLessThan(65);
  });
});

describe('levelFor', () => {
  const levels = levelsOf(buildTaste(rated('Movie', [10, 20])));

  it.each([undefined, 'Book', 'constructor', '__proto__', ''])('takes the level of all for %j', (kind) => {
    expect(levelFor(kind, levels)).toBe(levels.all);
  });

  it('takes the level of a kind that was rated', () => {
    expect(levelFor('Movie', levels).taste?.count).toBe(2);
  });
});
