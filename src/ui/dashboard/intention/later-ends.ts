const DAY_MS = 86_400_000;

/** Days by which the person can put an end off. */
const DAYS = [1, 3, 7, 14, 30] as const;

/** A later end for what is open, and by how much it is later. */
export interface LaterEnd {
  readonly days: number;
  /** Milliseconds since the Unix epoch. */
  readonly lapsesAtMs: number;
}

/** Ends to choose among, counted from the one there is, or from now where that is over. */
export function laterEnds(lapsesAtMs: number, nowMs: number): LaterEnd[] {
  return DAYS.map((days) => ({ days, lapsesAtMs: Math.max(lapsesAtMs, nowMs) + days * DAY_MS }));
}
