/** The least time a refusal takes, its usual time beyond that, and the most it takes. */
const LEAST_MS = 2_500;
const MEAN_MS = 4_000;
const MOST_MS = 45_000;

/**
 * When a page may learn that it got nothing. Refused, ignored and silenced all wait by the same spread of time, about
 * that of a person who reads and decides, so that silence does not say which it was. Who decides later is heard at once.
 *
 * @param share - a random number, 0 ≤ share < 1; the same for the same ask however often this is worked out
 * @param decidedAtMs - when it was decided
 */
export function refusalTellAtMs(askedAtMs: number, share: number, decidedAtMs: number): number {
  const delayMs = Math.min(MOST_MS, LEAST_MS - MEAN_MS * Math.log(1 - share));
  return Math.max(decidedAtMs, Math.round(askedAtMs + delayMs));
}
