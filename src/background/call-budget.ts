import { AppError } from '../domain/errors.ts';
import type { Origin } from '../domain/ids.ts';

/** A page may call this often at once, and this many times a second in the long run: each read is written down. */
const BURST = 300;
const PER_SECOND = 20;

interface Bucket {
  left: number;
  atMs: number;
}

/** A leaking bucket an origin. Forgotten when the background sleeps, which takes longer than filling one up. */
export class CallBudget {
  readonly #buckets = new Map<Origin, Bucket>();

  /** @throws {AppError} `too-much` when the origin has none left. */
  spend(origin: Origin, nowMs: number): void {
    const { left, atMs } = this.#buckets.get(origin) ?? { left: BURST, atMs: nowMs };
    const full = Math.min(BURST, left + (Math.max(0, nowMs - atMs) / 1_000) * PER_SECOND);
    this.#buckets.set(origin, { left: Math.max(0, full - 1), atMs: nowMs });
    if (full < 1) {
      throw new AppError('too-much', 'Too many calls. Wait a few seconds.');
    }
  }
}
