import { markText, outOf } from './read-mark.ts';

/** Usual scales, smallest first: stars, marks of ten, French school marks, percents. */
const BESTS = [5, 10, 20, 100];

/**
 * The scale a column of marks is probably on: what they name themselves (`8/10`), else the smallest usual one that holds them.
 * The lowest mark is taken for a half where halves are given, else for one; a zero for not rated.
 *
 * @param column - its name, which may tell: `Rating (1-10)`, `Score out of 5`
 * @returns `undefined` when most cells are no numbers, or one lies on no usual scale
 */
export function suggestScale(
  values: readonly string[],
  column = '',
): { best: number; worst: number; zeroIsNone: boolean } | undefined {
  const marks = values.map((value) => Number(markText(value).replace(',', '.'))).filter(Number.isFinite);
  if (marks.length === 0 || marks.length * 2 < values.length || marks.some((mark) => mark < 0)) {
    return undefined;
  }
  const named = values.map(outOf).find((best) => best !== undefined && best > 0) ?? bestIn(column, marks);
  const best = named ?? BESTS.find((one) => marks.every((mark) => mark <= one));
  const isHalved = best === 5 && marks.some((mark) => !Number.isInteger(mark));
  return best === undefined ? undefined : { best, worst: isHalved ? 0.5 : Math.min(1, best / 2), zeroIsNone: true };
}

/** The best mark a column's name tells, if all are below it. */
function bestIn(column: string, marks: readonly number[]): number | undefined {
  const told = /(?:[01]\s*(?:-|–|to|bis|a|à)|out of|of|\/|von|sur|de|su|van)\s*(5|10|20|100)\b/iu.exec(column)?.[1];
  const best = Number(told ?? 0);
  return best > 0 && marks.every((mark) => mark <= best) ? best : undefined;
}
