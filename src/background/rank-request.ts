import type { RankRequestItem } from '../app/rank-items.ts';
import { commonValue } from '../domain/scale.ts';
import type { ItemReference } from '../protocol/vendor-schemas.ts';

/** A vendor's own item, read from the wire, as `rank` takes it: its average on the common scale. */
export function rankRequestOf(reference: ItemReference): RankRequestItem {
  const { identifier, name, '@type': kind, genre, brand, creator, isPartOf, aggregateRating } = reference;
  const value =
    aggregateRating &&
    commonValue({
      value: aggregateRating.ratingValue,
      best: aggregateRating.bestRating,
      worst: aggregateRating.worstRating,
    });
  const count = aggregateRating?.ratingCount ?? aggregateRating?.reviewCount;
  return {
    identifiers: identifier.filter((one) => one !== undefined),
    ...(name !== undefined && { name }),
    ...(kind !== undefined && { kind }),
    ...(genre !== undefined && { genre }),
    ...(brand !== undefined && { brand }),
    ...(creator !== undefined && { creator }),
    ...(isPartOf !== undefined && { isPartOf }),
    ...(value !== undefined && { average: { value, ...(count !== undefined && { count }) } }),
  };
}
