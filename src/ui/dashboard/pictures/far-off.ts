import type { Group } from '../../../app/summary.ts';
import { formatList } from '../../format.ts';
import { tn } from '../../i18n.ts';

/** More names than these are only counted. */
const MOST_NAMES = 3;

/** What a picture of times leaves out, since its axis would not reach so far, in at most one note. */
export function farOff(groups: readonly Group<number>[], nameOf: (key: number) => string): string[] {
  if (groups.length === 0) {
    return [];
  }
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const names = groups.map(({ key }) => nameOf(key));
  const more = names.length - MOST_NAMES;
  const told =
    more <= 0
      ? formatList(names)
      : `${names.slice(0, MOST_NAMES).join(', ')} ${tn('dashboard_changes_more_names', more)}`;
  return [tn('dashboard_pictures_far_off', count, told)];
}
