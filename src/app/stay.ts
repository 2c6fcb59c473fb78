import { AppError } from '../domain/errors.ts';

export interface StayOptions {
  /** Asked again and again while it says yes. */
  readonly isPaused?: () => boolean;
  readonly signal?: AbortSignal;
}

/** Thrown inside a transaction that the person pauses. Nothing of it was written; `beginAnew` begins it again. */
export class Paused extends AppError {
  constructor() {
    super('cancelled', 'The import is paused. Nothing was written.');
  }
}

/**
 * Between two parts of a long transaction: goes on, or ends it whole.
 *
 * @throws {AppError} `cancelled` once the person has stopped it; {@link Paused} once they pause it
 */
export function stay({ isPaused, signal }: StayOptions): void {
  if (signal?.aborted === true) {
    throw new AppError('cancelled', 'The import was stopped. Nothing was written.');
  }
  if (isPaused?.() === true) {
    throw new Paused();
  }
}
