import { expect, it } from 'vitest';
import { rangeWith } from '../../../../../src/ui/dashboard/ratings/range-with.ts';

const range = { startIndex: 10, endIndex: 12, overscan: 1, count: 100 };

it.each([
  [-1, [9, 10, 11, 12, 13]],
  [11, [9, 10, 11, 12, 13]],
  [2, [2, 9, 10, 11, 12, 13]],
  [99, [9, 10, 11, 12, 13, 99]],
  [100, [9, 10, 11, 12, 13]],
])('draws the row %i wherever the rest is', (held, expected) => {
  expect(rangeWith(range, held, 0)).toEqual(expected);
});

it.each([
  [7, -1, [9, 10, 11, 12, 13, 14, 15]],
  [6, 2, [2, 9, 10, 11, 12, 13, 14]],
])('draws at least %i, and the row %i', (least, held, expected) => {
  expect(rangeWith(range, held, least)).toEqual(expected);
});

it.each([
  [15, [8, 9, 10, 11, 12, 13, 14]],
  [14, [7, 8, 9, 10, 11, 12, 13]],
  [5, [0, 1, 2, 3, 4]],
])('draws no more than there are: of %i', (count, expected) => {
  const last = { ...range, startIndex: Math.min(10, count - 3), endIndex: Math.min(12, count - 1), count };
  expect(rangeWith(last, -1, 7)).toEqual(expected);
});
