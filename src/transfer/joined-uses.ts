import type { Moment } from '../domain/moment.ts';
import type { Use } from '../domain/source-record.ts';

/**
 * The times at which one thing was seen, each once: one more costs the same however many there are. A use of an unknown time
 * says no more than one of a known time.
 */
export class JoinedUses {
  readonly #byTime = new Map<Moment | undefined, Use>();

  constructor(uses: readonly Use[] = []) {
    this.add(uses);
  }

  get size(): number {
    return this.#byTime.size;
  }

  /** Earliest first. */
  get list(): Use[] {
    return [...this.#byTime.values()].sort(
      ({ at: left = '' }, { at: right = '' }) => Number(left > right) - Number(left < right),
    );
  }

  add(uses: readonly Use[]): void {
    for (const use of uses) {
      const known = this.#byTime.get(use.at);
      this.#byTime.set(use.at, known?.isRepeat === true ? known : use);
    }
    if (this.#byTime.size > 1) {
      this.#byTime.delete(undefined);
    }
  }
}
