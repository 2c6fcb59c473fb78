import { halfStarsOf } from './scale.ts';

/** How often each value of the common scale occurs. The index is the value, 1 to 100; at 0 stands nothing. */
export type Spread = readonly number[];

/** One that counts nothing yet. */
export function emptySpread(): number[] {
  return Array.from({ length: 101 }, () => 0);
}

export function countOf(spread: Spread): number {
  return spread.reduce((sum, count) => sum + count, 0);
}

/** The arithmetic mean, 1 to 100; `undefined` of nothing. */
export function meanOf(spread: Spread): number | undefined {
  const count = countOf(spread);
  return count === 0 ? undefined : spread.reduce((sum, times, value) => sum + times * value, 0) / count;
}

/** The value in the middle, 1 to 100; of an even number the mean of the two there. `undefined` of nothing. */
export function medianOf(spread: Spread): number | undefined {
  const count = countOf(spread);
  return count === 0
    ? undefined
    : (valueAt(spread, Math.floor((count - 1) / 2)) + valueAt(spread, Math.floor(count / 2))) / 2;
}

/** How often each mark of our stars occurs: ten counts, from half a star to five. */
export function halfStarCounts(spread: Spread): number[] {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const [value, count] of spread.entries()) {
    const index = halfStarsOf(value) - 1;
    counts[index] = (counts[index] ?? 0) + count;
  }
  return counts;
}

/** The value at a place, from 0, when all are put in order. */
function valueAt(spread: Spread, place: number): number {
  let left = place;
  return spread.findIndex((count) => (left -= count) < 0);
}
