import { describe, expect, it } from 'vitest';
import { buildTaste } from '../../../src/policy/build-taste.ts';
import { rank, type RankInput } from '../../../src/policy/rank.ts';
import type { RankItem } from '../../../src/policy/rank-item.ts';
import { emptyTaste, type TasteRating } from '../../../src/policy/taste.ts';
import { preferenceOf } from './preference-of.ts';

const FAN_OF_MANN = buildTaste([
  ...Array.from({ length: 30 }, (): TasteRating => ({ kind: 'Movie', value: 60, genres: ['Comedy'] })),
  ...Array.from({ length: 6 }, (): TasteRating => ({ kind: 'Movie', value: 95, creators: ['Michael Mann'] })),
]);

function ranked(items: readonly RankItem[], rest: Partial<RankInput> = {}) {
  return rank({ items, taste: emptyTaste(), direct: new Map(), preferences: [], ...rest });
}

/** The names, best first. */
function names(items: readonly RankItem[], rest: Partial<RankInput> = {}): string[] {
  return ranked(items, rest).reasons.map(({ name }) => name);
}

function movie(name: string, facts: RankItem = {}): RankItem {
  return { name, kind: 'Movie', ...facts };
}

describe('rank', () => {
  it('keeps the vendor’s order when it knows nothing', () => {
    expect(ranked([movie('A'), movie('B'), movie('C')]).order).toEqual([0, 1, 2]);
    expect(ranked([])).toEqual({ order: [], reasons: [] });
  });

  it('goes by the vendor’s averages when it knows nothing of the person', () => {
    const items = [40, 95, 70].map((value) => movie(String(value), { average: { value, count: 100 } }));
    expect(names(items)).toEqual(['95', '70', '40']);
  });

  it('doubts an average of few', () => {
    const items = [
      movie('one voice', { average: { value: 100, count: 1 } }),
      movie('many voices', { average: { value: 90, count: 500 } }),
    ];
    expect(names(items)).toEqual(['many voices', 'one voice']);
  });

  it('puts a maker the person likes first', () => {
    expect(names([movie('Other'), movie('Ali', { creator: ['MICHAEL MANN'] })], { taste: FAN_OF_MANN })).toEqual([
      'Ali',
      'Other',
    ]);
  });

  it('weighs the person’s taste against the vendor’s average', () => {
    const items = (average: number) => [
      movie('Praised', { average: { value: average, count: 500 } }),
      movie('Ali', { creator: ['Michael Mann'], average: { value: 65, count: 500 } }),
      ...Array.from({ length: 20 }, (_, index) => movie(String(index), { average: { value: 65, count: 500 } })),
    ];
    expect(names(items(75), { taste: FAN_OF_MANN })[0]).toBe('Ali');
    expect(names(items(100), { taste: FAN_OF_MANN })[0]).toBe('Praised');
  });

  it('follows the averages further for a person whose own ratings spread widely', () => {
    const items = [
      movie('rated 80'),
      movie('praised', { average: { value: 85, count: 1000 } }),
      ...Array.from({ length: 40 }, () => movie('usual', { average: { value: 70, count: 1000 } })),
    ];
    const first = (low: number, high: number) => {
      const ratings = Array.from(
        { length: 200 },
        (_, index): TasteRating => ({ kind: 'Movie', value: index % 2 ? low : high }),
      );
      return names(items, { taste: buildTaste(ratings), direct: new Map([[0, 80]]) })[0];
    };
    expect(first(40, 100)).toBe('praised');
    expect(first(69, 71)).toBe('rated 80');
  });

  describe('with items the person rated', () => {
    it('puts what they loved before what they would probably like, and that before what they hated', () => {
      const items = [
        movie('hated'),
        movie('promising', { creator: ['Michael Mann'] }),
        movie('loved'),
        movie('unknown'),
      ];
      const direct = new Map([
        [0, 20],
        [2, 100],
      ]);
      expect(names(items, { taste: FAN_OF_MANN, direct })).toEqual(['loved', 'promising', 'unknown', 'hated']);
    });

    it('lets nothing but their rating speak', () => {
      const items = [
        movie('bad by a good maker', { creator: ['Michael Mann'], average: { value: 100, count: 1e6 } }),
        movie('good, avoided, and despised', { brand: 'Acme', average: { value: 1, count: 1e6 } }),
      ];
      const direct = new Map([
        [0, 55],
        [1, 56],
      ]);
      const preferences = [preferenceOf({ key: 'brand', value: 'Acme', strength: 'avoid' })];
      const { order, reasons } = ranked(items, { taste: FAN_OF_MANN, direct, preferences });
      expect(order).toEqual([1, 0]);
      expect(reasons[0]?.causes).toEqual([{ kind: 'rated', value: 56 }]);
    });

    it('never guesses as high as a top mark nor as low as a bottom one', () => {
      const best = movie('best guess', {
        creator: ['Michael Mann'],
        brand: 'Acme',
        average: { value: 100, count: 1e6 },
      });
      const worst = movie('worst guess', { genre: ['Comedy'], brand: 'Bad', average: { value: 1, count: 1e6 } });
      const preferences = [
        preferenceOf({ key: 'brand', value: 'Acme', strength: 'prefer' }),
        preferenceOf({ key: 'brand', value: 'Bad', strength: 'avoid' }),
      ];
      const direct = new Map([
        [0, 1],
        [3, 100],
      ]);
      const items = [movie('bottom mark'), worst, best, movie('top mark')];
      expect(names(items, { taste: FAN_OF_MANN, direct, preferences })).toEqual([
        'top mark',
        'best guess',
        'worst guess',
        'bottom mark',
      ]);
    });

    it('takes a rating that is no number for none', () => {
      expect(ranked([movie('A'), movie('B')], { direct: new Map([[1, Number.NaN]]) })).toEqual(
        ranked([movie('A'), movie('B')]),
      );
    });
  });

  describe('with preferences', () => {
    it('puts never last, even what the person once loved', () => {
      const items = [movie('loved', { brand: 'Acme' }), movie('hated'), movie('unknown')];
      const direct = new Map([
        [0, 100],
        [1, 1],
      ]);
      const preferences = [preferenceOf({ key: 'brand', value: 'acme', strength: 'never' })];
      const { reasons } = ranked(items, { direct, preferences });
      expect(reasons.map(({ name }) => name)).toEqual(['unknown', 'hated', 'loved']);
      expect(reasons[2]?.causes).toEqual([
        { kind: 'never', of: 'acme' },
        { kind: 'rated', value: 100 },
      ]);
    });

    it('orders by must, then by what can’t be checked, then by what fails it, then never', () => {
      const items = [
        movie('never', { brand: 'Worst' }),
        movie('fails', { brand: 'Other' }),
        movie('untold'),
        movie('meets', { brand: 'Acme' }),
      ];
      const preferences = [
        preferenceOf({ key: 'brand', value: 'Acme', strength: 'must' }),
        preferenceOf({ key: 'brand', value: 'Worst', strength: 'never' }),
      ];
      expect(names(items, { preferences })).toEqual(['meets', 'untold', 'fails', 'never']);
    });

    it('moves what is preferred up and what is avoided down, both within reach of a better average', () => {
      const items = [
        movie('avoided', { brand: 'Bad' }),
        movie('plain'),
        movie('preferred', { brand: 'Acme' }),
        movie('avoided but praised', { brand: 'Bad', average: { value: 100, count: 1000 } }),
        movie('preferred but despised', { brand: 'Acme', average: { value: 1, count: 1000 } }),
      ];
      const preferences = [
        preferenceOf({ key: 'brand', value: 'Acme', strength: 'prefer' }),
        preferenceOf({ key: 'brand', value: 'Bad', strength: 'avoid' }),
      ];
      expect(names(items, { preferences })).toEqual([
        'preferred',
        'avoided but praised',
        'plain',
        'avoided',
        'preferred but despised',
      ]);
    });
  });

  it('names the causes of a guess, strongest first, for the person', () => {
    const items = [
      movie('Ali', { creator: ['Michael Mann'], genre: ['Comedy'], average: { value: 82, count: 300 } }),
      movie('plain', { average: { value: 60, count: 300 } }),
    ];
    const { reasons } = ranked(items, { taste: FAN_OF_MANN });
    expect(reasons[0]).toMatchObject({ index: 0, name: 'Ali' });
    expect(reasons[0]?.causes.map(({ kind }) => kind)).toEqual(['creator', 'average', 'genre']);
    expect(reasons[0]?.causes[0]).toMatchObject({ kind: 'creator', of: 'Michael Mann', count: 6 });
    expect(reasons[0]?.causes[1]).toEqual({ kind: 'average', value: 82 });
  });

  it('gives no cause where nothing was known, and no name where none was sent', () => {
    expect(ranked([{}]).reasons).toEqual([{ index: 0, name: '', causes: [] }]);
  });
});
