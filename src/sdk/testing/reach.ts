import type {
  Need,
  PreferenceQuery,
  PropertyValue,
  RatingField,
  RatingQuery,
  Review,
} from '../../protocol/customer.ts';

/**
 * The ratings that `needs` reach and `query` wants, newest first, each with the fields some need that reaches it names.
 * Two narrow needs never add up to a wide one.
 */
export function reachedRatings(all: readonly Review[], needs: readonly Need[], query: RatingQuery): Review[] {
  return all
    .filter((review) => isWanted(review, query) && needs.some((need) => reachesRating(need, review)))
    .sort((a, b) => compare(b.dateCreated ?? '', a.dateCreated ?? ''))
    .map((review) => {
      const reaching = needs.filter((need) => reachesRating(need, review));
      return minimal(review, new Set(reaching.flatMap(({ fields }) => fields ?? [])));
    });
}

export function reachedPreferences(
  all: readonly PropertyValue[],
  needs: readonly Need[],
  query: PreferenceQuery,
): PropertyValue[] {
  return all.filter(
    ({ propertyID, kinds }) =>
      needs.some(({ keys }) => keys === undefined || keys.includes(propertyID)) &&
      (query.keys === undefined || query.keys.includes(propertyID)) &&
      (query.kinds === undefined || kinds === undefined || kinds.some((kind) => query.kinds?.includes(kind))),
  );
}

export function reachesRating({ kinds, filter = {} }: Need, review: Review): boolean {
  const { since, until, min, max } = filter;
  const date = review.dateCreated ?? '';
  const value = commonValue(review);
  return (
    (kinds === undefined || kinds.includes(review.itemReviewed['@type'])) &&
    (since === undefined || date >= since) &&
    (until === undefined || date < until) &&
    (min === undefined || value >= min) &&
    (max === undefined || value <= max)
  );
}

/** The mark on the common scale, 1 to 100, as a need's `min` and `max` mean it. */
export function commonValue({ reviewRating: { ratingValue, bestRating, worstRating } }: Review): number {
  const floor = worstRating < 0 ? worstRating : 0;
  return Math.min(100, Math.max(1, Math.round(((ratingValue - floor) / (bestRating - floor)) * 100)));
}

function isWanted({ itemReviewed, dateCreated = '' }: Review, { kinds, identifiers, since }: RatingQuery): boolean {
  return (
    (kinds === undefined || kinds.includes(itemReviewed['@type'])) &&
    (identifiers === undefined || itemReviewed.identifier.some((identifier) => identifiers.includes(identifier))) &&
    (since === undefined || dateCreated >= since)
  );
}

/** Item and mark, and of the rest only what `fields` names. */
function minimal(review: Review, fields: ReadonlySet<RatingField>): Review {
  const { dateCreated, reviewBody, keywords, reviewAspect } = review;
  return {
    '@type': 'Review',
    itemReviewed: review.itemReviewed,
    reviewRating: review.reviewRating,
    ...(fields.has('dateCreated') && dateCreated !== undefined && { dateCreated }),
    ...(fields.has('reviewBody') && reviewBody !== undefined && { reviewBody }),
    ...(fields.has('keywords') && keywords !== undefined && { keywords }),
    ...(fields.has('reviewAspect') && reviewAspect !== undefined && { reviewAspect }),
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
