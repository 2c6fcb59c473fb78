/**
 * Due at `dueAtMs`, by a wall clock that may be set back and forth. A span was set at `setAtMs` and moves with the clock when
 * that goes back behind it; a date of the calendar has none, and stays.
 */
export interface Timer {
  readonly setAtMs?: number;
  readonly dueAtMs: number;
}

/** Something the person is told once, if it still holds by then. */
export interface Reminder<Of extends string> {
  readonly of: Of;
  readonly due: Timer;
}
