import { AppError } from '../domain/errors.ts';
import type { StayOptions } from './stay.ts';

const PAUSE_MS = 50;

/**
 * Gives others a turn in the middle of a long reading, and waits for as long as the person pauses.
 *
 * @throws {AppError} `cancelled` once the person has stopped it
 */
export async function turn({ isPaused, signal }: StayOptions): Promise<void> {
  do {
    await new Promise((resolve) => setTimeout(resolve, isPaused?.() === true ? PAUSE_MS : 0));
    if (signal?.aborted === true) {
      throw new AppError('cancelled', 'The import was stopped. Nothing was written.');
    }
  } while (isPaused?.() === true);
}
