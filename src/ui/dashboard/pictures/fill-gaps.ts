import type { Group } from '../../../app/summary.ts';

/** More would be a line of empty places: an odd year far away is shown beside its neighbour. */
const MOST_PLACES = 60;

/** Times in between, in which nothing was rated, have their place too: a gap is seen as a gap. */
export function fillGaps(groups: readonly Group<number>[], step: number): Group<number>[] {
  const first = groups[0]?.key ?? 0;
  const places = ((groups.at(-1)?.key ?? 0) - first) / step + 1;
  if (groups.length === 0 || places > MOST_PLACES) {
    return [...groups];
  }
  const byKey = new Map(groups.map((group) => [group.key, group]));
  return Array.from({ length: places }, (_, index) => {
    const key = first + index * step;
    return byKey.get(key) ?? { key, count: 0, mean: 0 };
  });
}
