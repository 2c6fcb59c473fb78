import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../src/domain/ids.ts';
import { Shelf } from '../../../src/store/shelf.ts';
import { COMPARE, type ShelfOrder } from '../../../src/store/shelf-order.ts';
import { sortInTurns } from '../../../src/store/sort-in-turns.ts';
import { folded, type Spine } from '../../../src/store/spine.ts';

const ORDERS: readonly ShelfOrder[] = ['time', 'value', 'name'];

function spine(itemId: string, change: Partial<Spine> = {}): Spine {
  return {
    itemId: itemId as ItemId,
    kind: 'Movie',
    value: 50,
    ratedAt: '2024',
    isUndated: false,
    source: 'person',
    tags: [],
    name: 'x',
    year: undefined,
    text: 'x',
    ...change,
  };
}

const spines = fc.uniqueArray(
  fc.record({
    itemId: fc.nat(40).map((n) => `id-${String(n)}`),
    value: fc.integer({ min: 1, max: 5 }),
    ratedAt: fc.constantFrom('2020', '2021-03', '2024-01-02'),
    isUndated: fc.boolean(),
    name: fc.constantFrom('Alpha', 'alpha 9', 'Alpha 10', 'Ärger', 'zoo'),
  }),
  { selector: ({ itemId }) => itemId, maxLength: 40 },
);

describe('Shelf', () => {
  it('stands in any order after a change as if it had been sorted anew', async () => {
    await fc.assert(
      fc.asyncProperty(spines, spines, fc.array(fc.nat(40)), async (before, after, gone) => {
        const old = before.map(({ itemId, ...change }) => spine(itemId, change));
        const shelf = new Shelf('1', COMPARE, old);
        await shelf.arrange('time');
        shelf.inOrder('name');
        const added = after.map(({ itemId, ...change }) => spine(itemId, change));
        const touched = new Set([
          ...added.map(({ itemId }) => itemId),
          ...gone.map((n) => `id-${String(n)}` as ItemId),
        ]);
        const changed = shelf.changed('2', touched, added);
        const expected = [...old.filter(({ itemId }) => !touched.has(itemId)), ...added];
        expect(changed.revision).toBe('2');
        expect(changed.size).toBe(expected.length);
        for (const order of ORDERS) {
          expect(changed.inOrder(order)).toEqual(expected.toSorted(COMPARE[order]));
        }
      }),
    );
  });

  it('keeps what it was as it was', () => {
    const shelf = new Shelf('1', COMPARE, [spine('a'), spine('b')]);
    const sorted = shelf.inOrder('time');
    shelf.changed('2', new Set(['a' as ItemId]), []);
    expect(shelf.inOrder('time')).toBe(sorted);
    expect(sorted).toHaveLength(2);
  });
});

describe('sortInTurns', () => {
  it('sorts like a sort, equals in the order they came', async () => {
    const list = Array.from({ length: 4321 }, (_, index) => ({ index, value: (index * 7919) % 613 }));
    const compare = (left: { value: number }, right: { value: number }) => left.value - right.value;
    expect(await sortInTurns(list, compare)).toEqual(list.toSorted(compare));
    expect(await sortInTurns([], compare)).toEqual([]);
  });

  it('lets others have a turn meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    });
    const list = Array.from({ length: 20_000 }, (_, index) => String((index * 7919) % 20_011));
    await sortInTurns(list, (left, right) => left.localeCompare(right, 'de'));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });
});

describe('folded', () => {
  it.each([
    ['AMÉLIE', 'amelie'],
    ['  two \n  words ', 'two words'],
    ['Ångström', 'angstrom'],
    ['東京', '東京'],
  ])('folds %j to %j', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });
});
