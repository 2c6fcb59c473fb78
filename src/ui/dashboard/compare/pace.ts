/** What may be spent on one step, in milliseconds: the browser needs the rest of a frame to lay it out and paint it. */
const STEP_MS = 8;
const LEAST = 2;
const MOST = 16;

/** How many rows a step draws: as many as this machine, as busy as it is, draws in a part of a frame. Begins with few. */
export class Pace {
  rows = 4;

  /**
   * @param rows - that were drawn
   * @param tookMs - how long that took
   */
  took(rows: number, tookMs: number): void {
    if (rows < this.rows) {
      return; // the end of a table says little
    }
    const fits = tookMs > 0 ? Math.floor((rows * STEP_MS) / tookMs) : MOST;
    // Grows by small steps only: one quick step may be a lucky one.
    this.rows = Math.min(MOST, Math.max(LEAST, Math.min(fits, this.rows + 2)));
  }
}
