import type { Facet } from './facets.ts';
import type { Level, Levels } from './level.ts';
import { tallyKey } from './taste.ts';

/** What the person's ratings of one name come to. */
export interface Evidence {
  /** How many ratings. An era's neighbours count by half. */
  readonly count: number;
  /** How far they lie above the person's level, on average, in points of the common scale. */
  readonly above: number;
}

/**
 * What the person's ratings say of a name.
 *
 * @param levels - of the kinds whose ratings count: a genre means something within one kind only,
 *   while a maker is one and the same behind films and books
 * @param names - normalised, each with what a rating of it counts for
 */
export function evidenceOf(
  levels: Iterable<Level>,
  facet: Facet,
  names: Iterable<readonly [name: string | number, weight: number]>,
): Evidence {
  const keys = Array.from(names, ([name, weight]) => [tallyKey(facet, name), weight] as const);
  let count = 0;
  let above = 0;
  for (const { mean, taste } of levels) {
    for (const [key, weight] of keys) {
      const tally = taste?.tallies[key];
      if (tally) {
        count += weight * tally[0];
        above += weight * (tally[1] - tally[0] * mean);
      }
    }
  }
  return { count, above: count === 0 ? 0 : Math.min(100, Math.max(-100, above / count)) };
}

/** The levels whose ratings tell about a facet of an item of `kind`; of all kinds when the kind is not told. */
export function levelsFor(facet: Facet, kind: string | undefined, levels: Levels): Level[] {
  if (kind === undefined || facet === 'brand' || facet === 'creator' || facet === 'series') {
    return [...levels.ofKind.values()];
  }
  const own = levels.ofKind.get(kind);
  return own ? [own] : [];
}

/** The share of `above` that so many ratings warrant: empirical Bayes, with `strength` ratings' worth of doubt. */
export function shrunk({ count, above }: Evidence, strength: number): number {
  return (above * count) / (count + strength);
}
