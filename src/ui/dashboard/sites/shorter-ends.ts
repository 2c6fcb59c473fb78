/** The ends a grant can be brought forward to. */
export const SHORTER_ENDS = ['hour', 'today', 'week', 'month'] as const;
export type ShorterEnd = (typeof SHORTER_ENDS)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When each earlier end would be, soonest first. Only ends that are earlier than the present one: a grant never grows.
 *
 * @param untilMs - the grant's present end, or `undefined` when it has none
 * @param nowMs - milliseconds since the Unix epoch, UTC; 'today' ends at the person's own midnight
 */
export function shorterEnds(untilMs: number | undefined, nowMs: number): { end: ShorterEnd; atMs: number }[] {
  const midnight = new Date(nowMs);
  midnight.setHours(24, 0, 0, 0);
  const moments: Record<ShorterEnd, number> = {
    hour: nowMs + HOUR_MS,
    today: midnight.getTime(),
    week: nowMs + 7 * DAY_MS,
    month: nowMs + 30 * DAY_MS,
  };
  return SHORTER_ENDS.map((end) => ({ end, atMs: moments[end] }))
    .filter(({ atMs }) => untilMs === undefined || atMs < untilMs)
    .sort((left, right) => left.atMs - right.atMs);
}
