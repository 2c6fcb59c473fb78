import type { Group } from '../../../app/summary.ts';
import { formatNumber } from '../../format.ts';
import { t } from '../../i18n.ts';
import type { Bar } from './picture.ts';
import { formatStars } from './words.ts';

/** Heads of a table of groups. */
export function groupColumns(first: string): string[] {
  return [first, t('dashboard_pictures_column_ratings'), t('dashboard_pictures_column_mean')];
}

/** How much was rated, as a length. */
export function countBar(label: string, group: Group<unknown>): Bar {
  return { label, values: [group.count], cells: cellsOf(group) };
}

/** The average in stars, as a length, and of how many ratings it is. */
export function meanBar(label: string, group: Group<unknown>, href?: string): Bar {
  return {
    label,
    aside: formatNumber(group.count),
    values: [group.mean / 20],
    cells: cellsOf(group),
    ...(href === undefined ? {} : { href }),
  };
}

/** The group with the most ratings; of equals the first. */
export function largest<Key>(groups: readonly Group<Key>[]): Group<Key> | undefined {
  return groups.find(({ count }) => count === Math.max(...groups.map((group) => group.count)));
}

/** The group with the best average; of equals the first. */
export function best<Key>(groups: readonly Group<Key>[]): Group<Key> | undefined {
  return groups.find(({ mean }) => mean === Math.max(...groups.map((group) => group.mean)));
}

function cellsOf({ count, mean }: Group<unknown>): string[] {
  return [formatNumber(count), count === 0 ? '–' : formatStars(mean)];
}
