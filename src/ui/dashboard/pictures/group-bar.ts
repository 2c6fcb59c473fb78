import type { Group } from '../../../app/summary.ts';
import { formatList, formatNumber } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
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

/**
 * Who has the best average, as it is told in stars: all that share it, the largest first.
 *
 * @returns `undefined` where there is no group
 */
export function best<Key>(
  groups: readonly Group<Key>[],
  nameOf: (key: Key) => string,
): { readonly names: string; readonly stars: string } | undefined {
  if (groups.length === 0) {
    return undefined;
  }
  const stars = formatStars(Math.max(...groups.map(({ mean }) => mean)));
  const names = groups.filter(({ mean }) => formatStars(mean) === stars).map(({ key }) => nameOf(key));
  const more = names.length - MOST_NAMES;
  return {
    names:
      more <= 0
        ? formatList(names)
        : `${names.slice(0, MOST_NAMES).join(', ')} ${tn('dashboard_changes_more_names', more)}`,
    stars,
  };
}

/** More names than these are for the table. */
const MOST_NAMES = 3;

function cellsOf({ count, mean }: Group<unknown>): string[] {
  return [formatNumber(count), count === 0 ? '–' : formatStars(mean)];
}
