import type { Summary } from '../../../app/summary.ts';
import { t, tn } from '../../i18n.ts';
import { farOff } from './far-off.ts';
import { fillGaps, withinReach } from './fill-gaps.ts';
import { countBar, groupColumns, largest } from './group-bar.ts';
import type { Picture } from './picture.ts';

/** From which decades the rated things are. */
export function decadesPicture({ decades, withoutYear }: Summary): Picture {
  const most = largest(decades);
  const { near, far } = withinReach(decades, 10);
  return {
    id: 'decades',
    title: t('dashboard_pictures_decades'),
    says: most
      ? tn('dashboard_pictures_decades_says', most.count, decadeName(most.key))
      : t('dashboard_pictures_decades_none'),
    notes: [
      ...farOff(far, decadeName),
      ...(withoutYear === 0 ? [] : [tn('dashboard_pictures_without_year', withoutYear)]),
    ],
    unit: 'count',
    isSideways: false,
    series: [],
    columns: groupColumns(t('dashboard_pictures_column_decade')),
    bars: fillGaps(near, 10).map((group) => countBar(decadeName(group.key), group)),
  };
}

/** '1990s' */
function decadeName(year: number): string {
  return t('dashboard_pictures_decade', String(year));
}
