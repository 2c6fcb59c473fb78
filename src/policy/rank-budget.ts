/** An order of fewer is a yes or no about one thing. */
export const MIN_RANK_ITEMS = 5;
/** A long page of a shop; what a vendor can't show at once it need not have ordered at once. */
export const MAX_RANK_ITEMS = 500;
/**
 * A page a minute, for an hour: more than a person turns, and too few for a catalogue to be gone through unseen.
 * Each call is in the person's log as well.
 */
export const RANK_CALLS_PER_HOUR = 60;

const HOUR_MS = 3_600_000;

export type RankVerdict =
  | { readonly kind: 'allow' }
  | { readonly kind: 'deny'; readonly reason: 'too-short' | 'too-long' | 'over-budget' };

/**
 * Whether a vendor may call `rank` once more. An order leaks a little with each call, so calls are counted.
 *
 * @param callsAtMs - when the same vendor's earlier calls were answered, in any order; milliseconds since the epoch
 * @param listLength - how many items it sent
 */
export function rankBudget(callsAtMs: readonly number[], listLength: number, nowMs: number): RankVerdict {
  if (!(listLength >= MIN_RANK_ITEMS)) {
    return { kind: 'deny', reason: 'too-short' };
  }
  if (listLength > MAX_RANK_ITEMS) {
    return { kind: 'deny', reason: 'too-long' };
  }
  // A call from the future was made before the clock was put right. It counts for an hour either way, not for years.
  const recent = callsAtMs.filter((atMs) => Math.abs(nowMs - atMs) < HOUR_MS);
  return recent.length < RANK_CALLS_PER_HOUR ? { kind: 'allow' } : { kind: 'deny', reason: 'over-budget' };
}
