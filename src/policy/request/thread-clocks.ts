import type { Timer } from '../../domain/timer.ts';
import type { OpenPart } from './open-part.ts';
import { dateTimer, timerOf } from './timer.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/**
 * PIP 3A1: acknowledged within two hours, with three retries. The waits after the first try and after each retry: the person
 * hears of a dead shop after two hours, not after two for every try.
 */
export const RETRY_WAITS_MS = [5 * MINUTE_MS, 15 * MINUTE_MS, 40 * MINUTE_MS, 60 * MINUTE_MS] as const;

/** The longest that a vendor can ask to be left alone before the next try. */
export const MOST_WAIT_MS = 60 * MINUTE_MS;

/** What waits for the person to be online again: asked of the browser alone it costs nothing, else it is a try like any other. */
export const OFFLINE_WAITS_MS = { sure: MINUTE_MS, likely: 5 * MINUTE_MS } as const;

/** So long is it believed that it was the person, where only the silence of all vendors says so. */
export const LIKELY_OFFLINE_MS = 24 * HOUR_MS;

/** PIP 3A1: answered within 24 hours, unless the person set a date. */
export const ANSWER_WITHIN_MS = 24 * HOUR_MS;

/** The waits before each look at a status address; the last one holds from there on. */
const POLL_WAITS_MS = [1, 2, 4, 8, 16, 32, 60].map((minutes) => minutes * MINUTE_MS);

/** How long a last look may take before the thread is given up without it. */
export const LAST_LOOK_MS = 5 * MINUTE_MS;

/** How long before a quote ends the person is reminded of it, and after how long of a question. */
export const REMIND_MS = 24 * HOUR_MS;

export function answerTimer({ answerByMs }: Pick<OpenPart, 'answerByMs'>, nowMs: number): Timer {
  return answerByMs !== undefined && answerByMs > nowMs ? dateTimer(answerByMs) : timerOf(nowMs, ANSWER_WITHIN_MS);
}

/** @param count - how often it was looked at already */
export function pollTimer(count: number, nowMs: number): Timer {
  return timerOf(nowMs, POLL_WAITS_MS[Math.min(count, POLL_WAITS_MS.length - 1)] ?? HOUR_MS);
}

/** A day before the end of a quote, or when half of a shorter one is over. */
export function quoteEndsTimer(validUntilMs: number, nowMs: number): Timer {
  return dateTimer(validUntilMs - Math.min(REMIND_MS, Math.floor((validUntilMs - nowMs) / 2)));
}
