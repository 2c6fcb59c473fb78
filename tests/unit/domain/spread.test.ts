import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, emptySpread, halfStarCounts, meanOf, medianOf } from '../../../src/domain/spread.ts';

function spreadOf(...values: number[]): number[] {
  const spread = emptySpread();
  for (const value of values) {
    spread[value] = (spread[value] ?? 0) + 1;
  }
  return spread;
}

describe('a spread', () => {
  it('of nothing has no mean and no middle', () => {
    expect(countOf(emptySpread())).toBe(0);
    expect(meanOf(emptySpread())).toBeUndefined();
    expect(medianOf(emptySpread())).toBeUndefined();
    expect(halfStarCounts(emptySpread())).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it.each([
    [[1], 1],
    [[100], 100],
    [[10, 20], 15],
    [[10, 10, 100], 10],
    [[10, 20, 30, 100], 25],
    [[50, 50, 51, 51], 50.5],
  ])('has the middle of %j at %d', (values, middle) => {
    expect(medianOf(spreadOf(...values))).toBe(middle);
  });

  it('has the mean and the middle of the list that it counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 60 }), (values) => {
        const sorted = values.toSorted((left, right) => left - right);
        const [low, high] = [sorted[Math.floor((values.length - 1) / 2)], sorted[Math.floor(values.length / 2)]];
        const spread = spreadOf(...values);
        expect(countOf(spread)).toBe(values.length);
        expect(medianOf(spread)).toBe((low! + high!) / 2);
        expect(meanOf(spread)).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
      }),
    );
  });

  it('counts by the half stars that each value is shown as', () => {
    const counts = halfStarCounts(spreadOf(1, 10, 14, 15, 50, 94, 95, 100));
    expect(counts).toEqual([3, 1, 0, 0, 1, 0, 0, 0, 1, 2]);
  });
});
