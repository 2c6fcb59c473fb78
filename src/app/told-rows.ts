import type { Reason } from '../transfer/entry.ts';
import type { FileRemark } from '../transfer/gather.ts';
import type { GatheredFiles } from './gather-files.ts';

/** What there is to tell of an import's rows. */
export interface ToldRows {
  /** By file and line. `isSkipped` is of the whole row, whichever of its remarks says so. */
  readonly remarks: readonly FileRemark[];
  /** How many rows are not taken at all. */
  readonly skipped: number;
  /** How many are taken, but not with everything that stands there. */
  readonly remarked: number;
}

/** What says that the rest of a row is kept: no word for a row of which nothing is. */
const OF_PARTS: ReadonlySet<Reason> = new Set([
  'bad-date',
  'unclear-date',
  'bad-identifier',
  'too-long',
  'unknown-kind',
]);

/**
 * Tells rows that are not taken from those that are taken with a remark.
 *
 * @param describing - files of which nobody knows yet whether what they describe is of use: that it is of none is not told
 */
export function toldRows(
  { remarks }: Pick<GatheredFiles, 'remarks'>,
  describing: ReadonlySet<number> = new Set(),
): ToldRows {
  const told = remarks.filter(({ reason, file }) => reason !== 'says-nothing' || !describing.has(file));
  const skipped = new Set(told.filter(({ isSkipped }) => isSkipped).map(placeOf));
  const all = new Set(told.map(placeOf));
  return {
    remarks: told.flatMap((remark) =>
      remark.isSkipped || !skipped.has(placeOf(remark))
        ? [remark]
        : OF_PARTS.has(remark.reason)
          ? []
          : [{ ...remark, isSkipped: true }],
    ),
    skipped: skipped.size,
    remarked: all.size - skipped.size,
  };
}

/** The first remarks of rows that are not taken and the first of others, in their order. */
export function firstOfBoth(remarks: readonly FileRemark[], most: number): FileRemark[] {
  const left = { skipped: most, taken: most };
  return remarks.filter(({ isSkipped }) => {
    const sort = isSkipped ? 'skipped' : 'taken';
    left[sort] -= 1;
    return left[sort] >= 0;
  });
}

function placeOf({ file, line }: FileRemark): string {
  return `${file}:${line}`;
}
