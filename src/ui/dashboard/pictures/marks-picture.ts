import type { Summary } from '../../../app/summary.ts';
import { countOf, halfStarCounts, meanOf, medianOf } from '../../../domain/spread.ts';
import { formatNumber } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import type { Picture } from './picture.ts';
import { formatShare, formatStars } from './words.ts';

/** How often each mark was given. */
export function marksPicture({ values }: Summary): Picture {
  const counts = halfStarCounts(values);
  const total = countOf(values);
  const most = counts.indexOf(Math.max(...counts));
  return {
    id: 'marks',
    title: t('dashboard_pictures_marks'),
    says: tn(
      'dashboard_pictures_marks_says',
      total,
      formatNumber((most + 1) / 2),
      formatStars(meanOf(values) ?? 0),
      formatStars(medianOf(values) ?? 0),
    ),
    notes: [],
    unit: 'count',
    isSideways: false,
    series: [],
    columns: [
      t('dashboard_pictures_column_stars'),
      t('dashboard_pictures_column_ratings'),
      t('dashboard_pictures_column_share'),
    ],
    bars: counts.map((count, index) => ({
      label: formatNumber((index + 1) / 2),
      values: [count],
      cells: [formatNumber(count), formatShare(count / total)],
    })),
  };
}
