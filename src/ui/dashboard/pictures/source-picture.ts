import type { SourceSpread, Summary } from '../../../app/summary.ts';
import { countOf, halfStarCounts, meanOf, medianOf, type Spread } from '../../../domain/spread.ts';
import { formatNumber } from '../../format.ts';
import { isolated, type PluralKey, t, tn } from '../../i18n.ts';
import { properSourceName } from '../ratings/source-name.ts';
import { hashOf } from '../route.ts';
import type { Picture } from './picture.ts';
import { formatShare, formatStars } from './words.ts';

/** The marks that one source has, beside all the person's ratings: as shares, since there are more of the one. */
export function sourcePicture({ source, values }: SourceSpread, all: Summary['values']): Picture {
  const there = halfStarCounts(values);
  const here = halfStarCounts(all);
  const title = properSourceName(source);
  const name = isolated(title);
  const href = hashOf('ratings', undefined, new URLSearchParams({ source }).toString());
  return {
    id: `source-${source}`,
    title,
    says: tn(
      'dashboard_pictures_source_says',
      countOf(values),
      name,
      formatStars(meanOf(values) ?? 0),
      formatStars(medianOf(values) ?? 0),
    ),
    notes: [strictness(values, all)],
    unit: 'share',
    isSideways: false,
    series: [name, t('dashboard_pictures_series_all')],
    columns: [
      t('dashboard_pictures_column_stars'),
      t('dashboard_pictures_column_marks_there'),
      t('dashboard_pictures_column_share_there'),
      t('dashboard_pictures_column_share_all'),
    ],
    bars: there.map((count, index) => {
      const shareThere = count / countOf(values);
      const shareHere = (here[index] ?? 0) / Math.max(1, countOf(all));
      return {
        label: formatNumber((index + 1) / 2),
        values: [shareThere, shareHere],
        cells: [formatNumber(count), formatShare(shareThere), formatShare(shareHere)],
      };
    }),
    href,
  };
}

/** Below this, in stars, nobody is strict or mild: it is the least that a mean is told in. */
const LEAST_DIFFERENCE = 0.1;

/** 'Over all your ratings the average is 3.9: you are stricter here, by 0.4 stars.' */
function strictness(values: Spread, all: Spread): string {
  const overall = meanOf(all);
  if (overall === undefined) {
    return t('dashboard_pictures_source_alone');
  }
  // Of the means as they are told: 3.4 and 3.9 differ by 0.5, whatever the hundredths were.
  const difference = (Math.round((meanOf(values) ?? 0) / 2) - Math.round(overall / 2)) / 10;
  const key: PluralKey | undefined =
    difference <= -LEAST_DIFFERENCE
      ? 'dashboard_pictures_source_stricter'
      : difference >= LEAST_DIFFERENCE
        ? 'dashboard_pictures_source_milder'
        : undefined;
  return key === undefined
    ? t('dashboard_pictures_source_same', formatStars(overall))
    : tn(key, Math.abs(difference), formatStars(overall));
}
