import type { Summary } from '../../../app/summary.ts';
import { formatNumber } from '../../format.ts';
import { isolated, t } from '../../i18n.ts';
import { shortName } from '../short-name.ts';
import { best, groupColumns, meanBar } from './group-bar.ts';
import type { Picture } from './picture.ts';

/** How the person likes the genres that they rated most. */
export function genresPicture({ genres: { groups, total } }: Summary): Picture {
  const top = best(groups, (name) => isolated(shortName(name)));
  return {
    id: 'genres',
    title: t('dashboard_pictures_genres'),
    says: top ? t('dashboard_pictures_genres_says', top.names, top.stars) : t('dashboard_pictures_genres_none'),
    notes: total > groups.length ? [t('dashboard_pictures_top', formatNumber(groups.length), formatNumber(total))] : [],
    unit: 'stars',
    isSideways: true,
    series: [],
    columns: groupColumns(t('dashboard_pictures_column_genre')),
    bars: groups.map((group) => meanBar(shortName(group.key), group)),
  };
}
