import type { Decision } from '../domain/grant.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a vendor waits after so many asks in a row that got nothing: none, one, two and so on. */
const WAITS_MS = [0, 0, MINUTE_MS, 5 * MINUTE_MS, HOUR_MS, 24 * HOUR_MS] as const;

/** More of the newest decisions than this are never looked at. */
export const DECISIONS_THAT_COUNT = WAITS_MS.length;

/**
 * When a vendor's ask may be put before the person again. Only what was put before them counts: what was silenced adds
 * nothing, so asking in a loop does not make the wait longer, nor shorter.
 *
 * @param decisions - an origin's, newest first; at least the newest {@link DECISIONS_THAT_COUNT} that were not silenced
 * @returns milliseconds since the Unix epoch; 0 when it never has to wait
 */
export function mayPromptAtMs(decisions: readonly Pick<Decision, 'outcome' | 'atMs'>[]): number {
  const shown = decisions.filter(({ outcome }) => outcome !== 'silenced');
  const allowed = shown.findIndex(({ outcome }) => outcome === 'allowed');
  const inARow = allowed === -1 ? shown.length : allowed;
  const [newest] = shown;
  const waitMs = WAITS_MS[Math.min(inARow, WAITS_MS.length - 1)] ?? 0;
  return newest && waitMs > 0 ? newest.atMs + waitMs : 0;
}
