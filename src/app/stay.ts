import { AppError } from '../domain/errors.ts';
import type { Database } from '../store/database.ts';

export interface StayOptions {
  /** Asked again and again while it says yes. */
  readonly isPaused?: () => boolean;
  readonly signal?: AbortSignal;
}

/**
 * Waits inside a transaction for as long as the person pauses. A transaction ends by itself when nothing is asked of it:
 * while it is paused, something is.
 *
 * @throws {AppError} `cancelled` once the person has stopped it
 */
export async function stay(database: Database, { isPaused, signal }: StayOptions): Promise<void> {
  for (;;) {
    if (signal?.aborted === true) {
      throw new AppError('cancelled', 'The import was stopped. Nothing was written.');
    }
    if (isPaused?.() !== true) {
      return;
    }
    await database.meta.get('clock');
  }
}
