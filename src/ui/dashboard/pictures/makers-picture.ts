import { LEAST_OF_MAKER, type Summary } from '../../../app/summary.ts';
import { formatNumber } from '../../format.ts';
import { isolated, t } from '../../i18n.ts';
import { shortName } from '../short-name.ts';
import { best, groupColumns, meanBar } from './group-bar.ts';
import type { Picture } from './picture.ts';

/** How the person likes the makers whom they rated most. */
export function makersPicture({ makers: { groups, total } }: Summary): Picture {
  const top = best(groups, (name) => isolated(shortName(name)));
  return {
    id: 'makers',
    title: t('dashboard_pictures_makers'),
    says: top
      ? t('dashboard_pictures_makers_says', top.names, top.stars)
      : t('dashboard_pictures_makers_none', formatNumber(LEAST_OF_MAKER)),
    notes: total > groups.length ? [t('dashboard_pictures_top', formatNumber(groups.length), formatNumber(total))] : [],
    unit: 'stars',
    isSideways: true,
    series: [],
    columns: groupColumns(t('dashboard_pictures_column_maker')),
    bars: groups.map((group) => meanBar(shortName(group.key), group)),
  };
}
