import type { Rating } from '../../../domain/rating.ts';
import { formatMoment } from '../../format.ts';
import { t } from '../../i18n.ts';

/** When a rating was given, as precisely as it is known. The day it came to Sayso is not that day. */
export function whenRated({ ratedAt, isUndated }: Pick<Rating, 'ratedAt' | 'isUndated'>): string {
  return isUndated === true ? t('dashboard_ratings_undated') : formatMoment(ratedAt);
}

/** That the person has changed here what a source said, and when, after what else is said of it; empty where they have not. */
export function whenChanged({ source, editedAt }: Pick<Rating, 'source' | 'editedAt'>): string {
  return source === 'person' || editedAt === undefined
    ? ''
    : ` · ${t('dashboard_ratings_changed', formatMoment(editedAt))}`;
}
