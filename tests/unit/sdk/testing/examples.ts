import type { Ask, ItemKind, Need, PropertyValue, Review } from '../../../../src/sdk/index.ts';

/** An ask that is right in every field. */
export function askFor(required: readonly Need[], changes: Partial<Ask> = {}): Ask {
  return {
    id: 'ask-1',
    text: 'To order our shelf.',
    purpose: 'ProvideProductRecommendations',
    required,
    optional: [],
    retention: 'P1D',
    sharing: 'none',
    ...changes,
  };
}

export const RATINGS: Need = { collection: 'ratings' };

/** A rating with every field filled in. */
export function reviewOf(
  identifier: string,
  ratingValue: number,
  dateCreated = '2024-05-01',
  kind: ItemKind = 'Movie',
): Review {
  return {
    '@type': 'Review',
    itemReviewed: { '@type': kind, name: `The ${identifier}`, identifier: [identifier], sameAs: [] },
    reviewRating: { '@type': 'Rating', ratingValue, bestRating: 5, worstRating: 0.5 },
    dateCreated,
    reviewBody: 'Words.',
    keywords: ['rainy-day'],
    reviewAspect: [{ '@type': 'Rating', reviewAspect: 'sound', ratingValue: 4, bestRating: 5, worstRating: 0.5 }],
  };
}

export function preferenceOf(propertyID: string, value: string, kinds?: readonly ItemKind[]): PropertyValue {
  return { '@type': 'PropertyValue', propertyID, value, valueReference: 'prefer', ...(kinds && { kinds }) };
}
