import type { Timer } from '../../domain/timer.ts';

/** A span from now on. */
export function timerOf(nowMs: number, forMs: number): Timer {
  return { setAtMs: nowMs, dueAtMs: nowMs + forMs };
}

/** A date of the calendar: no clock moves it. */
export function dateTimer(dueAtMs: number): Timer {
  return { dueAtMs };
}

/**
 * The same span after the clock was set back behind its beginning: it begins anew, so that nothing waits for years
 * because a clock was wrong for a minute.
 */
export function carried(timer: Timer, nowMs: number): Timer {
  return timer.setAtMs !== undefined && nowMs < timer.setAtMs ? timerOf(nowMs, timer.dueAtMs - timer.setAtMs) : timer;
}

export function isDue(timer: Timer, nowMs: number): boolean {
  return nowMs >= timer.dueAtMs;
}
