import type { ItemFacts, ItemKind } from '../domain/item.ts';
import type { Facet } from './facets.ts';

/**
 * What one of the person's ratings says beyond its item. An item's facts with the rating's `value` beside them will do;
 * identifiers are not read, since a rating of the very item reaches `rank` as `direct`.
 */
export interface TasteRating
  extends Pick<ItemFacts, 'kind' | 'creators' | 'brand' | 'series' | 'genres' | 'year'>,
    Partial<Pick<ItemFacts, 'identifiers'>> {
  /** The common scale, 1 to 100. Anything beyond is cut to it; what is no number is left out. */
  readonly value: number;
}

/** How many ratings, and the sum of their values. Whole numbers when the values are, so nothing drifts. */
export type Tally = [count: number, sum: number];

/** What the person's ratings of one kind of item come to. */
export interface KindTaste {
  count: number;
  sum: number;
  /** Sum of the squared values: with the two above, the spread. */
  squares: number;
  /** How many `tallies` there are. */
  names: number;
  /** By {@link tallyKey}. */
  tallies: Record<string, Tally>;
}

/**
 * The person's ratings boiled down to what `rank` needs: sums only, so that a rating can be added or taken out again
 * without a look at the others. Plain data: survives JSON and structured clone, at most a few MB however many ratings.
 */
export interface Taste {
  kinds: Partial<Record<ItemKind, KindTaste>>;
}

export function emptyTaste(): Taste {
  return { kinds: {} };
}

/**
 * Where a name's tally is kept. The colon keeps every key apart from what objects inherit (`__proto__`, `constructor`).
 *
 * @param name - normalised, or an era's first year
 */
export function tallyKey(facet: Facet, name: string | number): string {
  return `${facet}:${name}`;
}

/** A value cut to the common scale, 1 to 100; `undefined` when it is no number. */
export function valueOnScale(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : Math.min(100, Math.max(1, value));
}
