import type { Summary } from '../../../app/summary.ts';
import { t } from '../../i18n.ts';
import { kindsName } from '../../kind-name.ts';
import { queryOf, WHOLE_LIST } from '../ratings/ratings-view.ts';
import { hashOf } from '../route.ts';
import { best, groupColumns, meanBar } from './group-bar.ts';
import type { Picture } from './picture.ts';

/** How the person likes each kind of thing. */
export function kindsPicture({ kinds }: Summary): Picture {
  const top = best(kinds, kindsName);
  return {
    id: 'kinds',
    title: t('dashboard_pictures_kinds'),
    says: t('dashboard_pictures_kinds_says', top?.names ?? '', top?.stars ?? ''),
    notes: [],
    unit: 'stars',
    isSideways: true,
    series: [],
    columns: groupColumns(t('dashboard_pictures_column_kind')),
    bars: kinds.map((group) =>
      meanBar(kindsName(group.key), group, hashOf('ratings', undefined, queryOf({ ...WHOLE_LIST, kind: group.key }))),
    ),
  };
}
