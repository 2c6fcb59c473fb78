import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTaste } from '../../../src/policy/build-taste.ts';
import { rank } from '../../../src/policy/rank.ts';
import { emptyTaste, type TasteRating } from '../../../src/policy/taste.ts';
import { preference, rankInput, rankItem, tasteRatings } from './arbitraries.ts';
import { preferenceOf } from './preference-of.ts';

describe('rank', () => {
  it('gives each place of the list exactly once, with a reason each, whatever is sent', () => {
    fc.assert(
      fc.property(rankInput, (input) => {
        const { order, reasons } = rank(input);
        expect(order.toSorted((one, other) => one - other)).toEqual(input.items.map((_item, index) => index));
        expect(reasons.map(({ index }) => index)).toEqual(order);
        for (const { causes } of reasons) {
          for (const { value, count } of causes) {
            expect(value ?? 1).toBeGreaterThanOrEqual(1);
            expect(value ?? 1).toBeLessThanOrEqual(100);
            expect(count ?? 0).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it('says the same twice, from a copy as well, and changes nothing it was given', () => {
    fc.assert(
      fc.property(rankInput, (input) => {
        const copy = structuredClone(input);
        const first = rank(input);
        expect(input).toEqual(copy);
        expect(rank(input)).toEqual(first);
        expect(rank({ ...input, taste: JSON.parse(JSON.stringify(input.taste)) as typeof input.taste })).toEqual(first);
      }),
    );
  });

  it('never moves an item down for a higher rating of it', () => {
    fc.assert(
      fc.property(
        rankInput,
        fc.nat(),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        (input, pick, one, other) => {
          fc.pre(input.items.length > 0);
          const index = pick % input.items.length;
          const placeWith = (value: number) =>
            rank({ ...input, direct: new Map([...input.direct, [index, value]]) }).order.indexOf(index);
          expect(placeWith(Math.max(one, other))).toBeLessThanOrEqual(placeWith(Math.min(one, other)));
        },
      ),
    );
  });

  it('orders what is rated by the ratings, where no wish divides it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rankItem, fc.integer({ min: 1, max: 100 })), { maxLength: 20 }),
        tasteRatings,
        (rated, ratings) => {
          const { order } = rank({
            items: rated.map(([item]) => item),
            taste: buildTaste(ratings),
            direct: new Map(rated.map(([, value], index) => [index, value])),
            preferences: [],
          });
          const values = order.map((index) => rated[index]![1]);
          expect(values).toEqual(values.toSorted((one, other) => other - one));
        },
      ),
    );
  });

  it('puts what is never wanted after everything else, whatever speaks for it', () => {
    fc.assert(
      fc.property(rankInput, (input) => {
        const preferences = [...input.preferences, preferenceOf({ key: 'brand', value: 'Acme', strength: 'never' })];
        const { reasons } = rank({ ...input, preferences });
        const isNever = reasons.map(({ causes }) => causes.some(({ kind }) => kind === 'never'));
        expect(isNever).toEqual(isNever.toSorted((one, other) => Number(one) - Number(other)));
        reasons.forEach(({ index }, place) => {
          if (input.items[index]?.brand?.trim().toLowerCase() === 'acme') {
            expect(isNever[place]).toBe(true);
          }
        });
      }),
    );
  });

  it('keeps the vendor’s order with an empty taste, no averages and no wishes', () => {
    fc.assert(
      fc.property(fc.array(rankItem), (items) => {
        const { order } = rank({
          items: items.map(({ average: _average, ...item }) => item),
          taste: emptyTaste(),
          direct: new Map(),
          preferences: [],
        });
        expect(order).toEqual(items.map((_item, index) => index));
      }),
    );
  });

  it('keeps the vendor’s order among items that are alike', () => {
    fc.assert(
      fc.property(
        rankItem,
        fc.integer({ min: 2, max: 30 }),
        tasteRatings,
        fc.array(preference),
        (item, count, ratings, preferences) => {
          const items = Array.from({ length: count }, () => item);
          const { order } = rank({ items, taste: buildTaste(ratings), direct: new Map(), preferences });
          expect(order).toEqual(items.map((_item, index) => index));
        },
      ),
    );
  });

  it('tells nothing of private preferences', () => {
    fc.assert(
      fc.property(rankInput, (input) => {
        const open = input.preferences.filter(({ isPrivate }) => !isPrivate);
        expect(rank(input)).toEqual(rank({ ...input, preferences: open }));
      }),
    );
  });

  it('lets one rating of a maker move an item less than a well-founded average does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), tasteRatings, (value, others) => {
        const plain = others.map(({ kind, value: theirs }): TasteRating => ({ kind, value: theirs }));
        const taste = buildTaste([...plain, { kind: 'Movie', value, creators: ['Newcomer'] }]);
        const filler = Array.from({ length: 40 }, () => ({
          kind: 'Movie' as const,
          average: { value: 60, count: 900 },
        }));
        const { order } = rank({
          items: [
            { kind: 'Movie', creator: ['Newcomer'], average: { value: 60, count: 900 } },
            { kind: 'Movie', average: { value: 95, count: 900 } },
            ...filler,
          ],
          taste,
          direct: new Map(),
          preferences: [],
        });
        expect(order[0]).toBe(1);
      }),
    );
  });

  it('needs no more than a few looks at each item, for 500 with all the names they can carry', () => {
    const names = Array.from({ length: 300 }, (_, index) => `Name ${index}`);
    let looks = 0;
    const items = Array.from({ length: 500 }, () => {
      const item = { kind: 'Movie' as const, genre: names, creator: names, average: { value: 50 } };
      return new Proxy(item, {
        get(target, key, receiver) {
          looks += 1;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
    });
    rank({ items, taste: emptyTaste(), direct: new Map(), preferences: [] });
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(500 * 40);
  });
});
