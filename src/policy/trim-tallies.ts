import type { Tally } from './taste.ts';

/**
 * Keeps the `limit` tallies that rest on most ratings; of equals, the ones counted last, as taste moves on.
 * A name seen once says least, so what is lost is what counted for little.
 */
export function trimTallies(tallies: Readonly<Record<string, Tally>>, limit: number): Record<string, Tally> {
  const newestFirst = Object.entries(tallies).reverse();
  const kept = newestFirst.sort(([, [countA]], [, [countB]]) => countB - countA).slice(0, limit);
  return Object.fromEntries(kept.reverse());
}
