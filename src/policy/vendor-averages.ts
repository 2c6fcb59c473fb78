import type { RankItem } from './rank-item.ts';
import { valueOnScale } from './taste.ts';

/** An average counts in full once it rests on far more ratings than this. */
const AVERAGE_STRENGTH = 4;
/** Taken for the count where the vendor sends none. */
const UNTOLD_COUNT = 8;
/** Where averages lie on the web at large, and how many items' worth of it joins the list's own level. */
const USUAL_AVERAGE = 70;
const USUAL_STRENGTH = 10;

/**
 * How far each item's average lies above (or below) the level of the list, in points of the common scale,
 * drawn towards the level where it rests on few ratings. Only the difference counts:
 * whether a site's customers give four stars or three to what they find usual says nothing of its items.
 *
 * @returns one for each item, 0 where the vendor sends no average that can be used
 */
export function averagesAboveLevel(items: readonly RankItem[]): number[] {
  const averages = items.map(({ average }) => ({
    value: valueOnScale(average?.value),
    count: countOf(average?.count),
  }));
  const known = averages.flatMap(({ value, count }) => (value === undefined || count === 0 ? [] : [value]));
  const sum = known.reduce((total, value) => total + value, USUAL_STRENGTH * USUAL_AVERAGE);
  const level = sum / (known.length + USUAL_STRENGTH);
  return averages.map(({ value, count }) =>
    value === undefined ? 0 : (value - level) * (count / (count + AVERAGE_STRENGTH)),
  );
}

/** Cut far beyond where it makes a difference, so that a boundless count stays a number. */
function countOf(count: number | undefined): number {
  return count === undefined || Number.isNaN(count) || count < 0 ? UNTOLD_COUNT : Math.min(count, 1e6);
}
