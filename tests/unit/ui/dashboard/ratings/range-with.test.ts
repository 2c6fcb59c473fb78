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
  expect(rangeWith(range, held)).toEqual(expected);
});
