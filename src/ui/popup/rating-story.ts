import type { Rating } from '../../domain/rating.ts';
import { STARS } from '../../domain/scale.ts';
import { formatGiven, formatMoment } from '../format.ts';
import { t, tn } from '../i18n.ts';

/** When a rating was given, where it came from, on which scale, and how many marks there were before, in a line. */
export function ratingStory(rating: Rating, earlierMarks: number): string {
  const day = formatMoment(rating.ratedAt);
  return [
    rating.source === 'person' ? t('popup_rated', day) : t('popup_rated_from', day, rating.source),
    rating.given.best === STARS.best ? '' : t('popup_given_as', formatGiven(rating.given)),
    earlierMarks === 0 ? '' : `${tn('popup_earlier_marks', earlierMarks)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
