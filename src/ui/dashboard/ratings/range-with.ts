import { defaultRangeExtractor, type Range } from '@tanstack/lit-virtual';

/** The indexes of the rows to draw: those in sight, those around them, and one more wherever it is. `-1` for none. */
export function rangeWith(range: Range, held: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (held < 0 || held >= range.count || indexes.includes(held)) {
    return indexes;
  }
  return [...indexes, held].sort((left, right) => left - right);
}
