import type { Rating } from '../../domain/rating.ts';
import { STARS } from '../../domain/scale.ts';
import { formatGiven, formatMoment } from '../format.ts';
import { t, tn } from '../i18n.ts';

/** When a rating was given, where it came from, on which scale, and how many marks there were before, in a line. */
export function ratingStory(rating: Rating, earlierMarks: number): string {
  return [
    whenAndWhere(rating),
    rating.given.best === STARS.best ? '' : t('popup_given_as', formatGiven(rating.given)),
    earlierMarks === 0 ? '' : `${tn('popup_earlier_marks', earlierMarks)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The day that it came to Sayso is not the day it was given. */
function whenAndWhere({ ratedAt, isUndated, source }: Rating): string {
  if (isUndated === true) {
    return source === 'person' ? t('popup_rated_undated') : t('popup_rated_undated_from', source);
  }
  const day = formatMoment(ratedAt);
  return source === 'person' ? t('popup_rated', day) : t('popup_rated_from', day, source);
}
