import type { Rating } from '../../../domain/rating.ts';
import { formatMoment } from '../../format.ts';
import { t } from '../../i18n.ts';

/** When a rating was given, as precisely as it is known. The day it came to Sayso is not that day. */
export function whenRated({ ratedAt, isUndated }: Pick<Rating, 'ratedAt' | 'isUndated'>): string {
  return isUndated === true ? t('dashboard_ratings_undated') : formatMoment(ratedAt);
}
