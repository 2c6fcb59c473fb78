import { defaultRangeExtractor, type Range } from '@tanstack/lit-virtual';

/**
 * The indexes of the rows to draw: those in sight, those around them, and one more wherever it is.
 *
 * @param held - that one; `-1` for none
 * @param least - how many to draw without it, where there are so many: rows differ in height, and one that is dropped and
 *   made anew with every turn of the wheel costs more than one that stays out of sight
 */
export function rangeWith(range: Range, held: number, least: number): number[] {
  const indexes = defaultRangeExtractor(range);
  while (indexes.length < least && (indexes.at(-1) ?? range.count) < range.count - 1) {
    indexes.push((indexes.at(-1) ?? 0) + 1);
  }
  while (indexes.length < least && (indexes[0] ?? 0) > 0) {
    indexes.unshift((indexes[0] ?? 0) - 1);
  }
  if (held < 0 || held >= range.count || indexes.includes(held)) {
    return indexes;
  }
  return [...indexes, held].sort((left, right) => left - right);
}
