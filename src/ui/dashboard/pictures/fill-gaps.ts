import type { Group } from '../../../app/summary.ts';

/** More would be a line of empty places. */
const MOST_PLACES = 60;

/** What is drawn, and what lies too far off from it: an even axis would be a line of empty places, an uneven one would lie. */
export interface WithinReach {
  readonly near: readonly Group<number>[];
  readonly far: readonly Group<number>[];
}

/** Of times too far apart for one axis, those that have the most within its length; of equals the latest. */
export function withinReach(groups: readonly Group<number>[], step: number): WithinReach {
  const reach = (MOST_PLACES - 1) * step;
  let near: readonly Group<number>[] = [];
  let most = 0;
  for (const { key: first } of groups) {
    const within = groups.filter(({ key }) => key >= first && key <= first + reach);
    const count = within.reduce((sum, group) => sum + group.count, 0);
    if (count >= most) {
      [near, most] = [within, count];
    }
  }
  return { near, far: groups.filter((group) => !near.includes(group)) };
}

/** Times in between, in which nothing was rated, have their place too: a gap is seen as a gap. */
export function fillGaps(groups: readonly Group<number>[], step: number): Group<number>[] {
  const first = groups[0]?.key ?? 0;
  const places = ((groups.at(-1)?.key ?? 0) - first) / step + 1;
  if (groups.length === 0) {
    return [];
  }
  const byKey = new Map(groups.map((group) => [group.key, group]));
  return Array.from({ length: places }, (_, index) => {
    const key = first + index * step;
    return byKey.get(key) ?? { key, count: 0, mean: 0 };
  });
}
