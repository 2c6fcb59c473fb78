/** So many rows tell which height is the common one. */
const ENOUGH = 6;

/** Finds out how high most rows are, from the first that are measured. */
export class CommonHeight {
  /** In pixels; `undefined` until enough is known. It stays then: rows are of all heights, and a list must stand still. */
  common: number | undefined;
  readonly #counts = new Map<number, number>();
  #heard = 0;

  /** @returns the same height */
  heard(heightPx: number): number {
    if (this.common === undefined) {
      this.#heard += 1;
      this.#counts.set(heightPx, (this.#counts.get(heightPx) ?? 0) + 1);
      if (this.#heard >= ENOUGH) {
        this.common = [...this.#counts].reduce((most, one) => (one[1] > most[1] ? one : most), [heightPx, 0])[0];
      }
    }
    return heightPx;
  }
}
