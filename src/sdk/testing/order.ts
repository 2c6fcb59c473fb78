import type { AggregateRating, ItemReference, RankedItem, Review } from '../../protocol/customer.ts';
import { commonValue } from './reach.ts';

/** What an item counts for when nothing is known of it. */
const UNKNOWN = 50;

/**
 * A simple, repeatable order: the person's own rating where there is one, else the vendor's average, best first; equals
 * stay as they were sent. The real one weighs makers, series and genres, too: test that your page takes an order, not
 * which one.
 */
export function order(items: readonly ItemReference[], ratings: readonly Review[]): RankedItem[] {
  const values = items.map(({ identifier, aggregateRating }) => {
    const names: readonly string[] = typeof identifier === 'string' ? [identifier] : identifier;
    const own = ratings.find((review) => review.itemReviewed.identifier.some((name) => names.includes(name)));
    return own ? commonValue(own) : averageValue(aggregateRating);
  });
  return items
    .map((_, index) => ({ index }))
    .sort((a, b) => (values[b.index] ?? UNKNOWN) - (values[a.index] ?? UNKNOWN));
}

function averageValue(average: AggregateRating | undefined): number {
  return average ? (average.ratingValue / (average.bestRating ?? 5)) * 100 : UNKNOWN;
}
