const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** So many silenced asks a day are written down at most one a minute; beyond that one an hour. */
const FREQUENT = 30;

/**
 * Whether a silenced ask is written into the log, or stands behind the one that is there: a page that asks in a loop must
 * not fill the disk, nor the log.
 *
 * @param lastAtMs - when the vendor's latest one in the log was, if there is one
 * @param countOfDay - how many of the last day there are
 */
export function isWorthLogging(lastAtMs: number | undefined, countOfDay: number, nowMs: number): boolean {
  const everyMs = countOfDay < FREQUENT ? MINUTE_MS : HOUR_MS;
  return lastAtMs === undefined || Math.abs(nowMs - lastAtMs) >= everyMs;
}
