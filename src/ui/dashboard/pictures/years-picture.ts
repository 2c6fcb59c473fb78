import type { Summary } from '../../../app/summary.ts';
import { t, tn } from '../../i18n.ts';
import { farOff } from './far-off.ts';
import { fillGaps, withinReach } from './fill-gaps.ts';
import { countBar, groupColumns, largest } from './group-bar.ts';
import type { Picture } from './picture.ts';

/** How much was rated in each year. What has no date is in none of them, and is named. */
export function yearsPicture({ years, undated }: Summary): Picture {
  const most = largest(years);
  const { near, far } = withinReach(years, 1);
  return {
    id: 'years',
    title: t('dashboard_pictures_years'),
    says: most ? tn('dashboard_pictures_years_says', most.count, String(most.key)) : t('dashboard_pictures_years_none'),
    notes: [...farOff(far, String), ...(undated === 0 ? [] : [tn('dashboard_pictures_undated', undated)])],
    unit: 'count',
    isSideways: false,
    series: [],
    columns: groupColumns(t('dashboard_pictures_column_year')),
    bars: fillGaps(near, 1).map((group) => countBar(String(group.key), group)),
  };
}
