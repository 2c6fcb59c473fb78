import { isLive, type StoredRating } from '../domain/rating.ts';
import type { Tally } from './rows.ts';

export const EMPTY_TALLY: Tally = { total: 0, kinds: {}, tags: {}, sources: {}, undated: {} };

/** Counts ratings while a change goes through them. */
export class TallyCounter {
  #total: number;
  readonly #kinds: Map<string, number>;
  readonly #tags: Map<string, number>;
  readonly #sources: Map<string, number>;
  readonly #undated: Map<string, number>;

  constructor({ total, kinds, tags, sources, undated = {} }: Tally = EMPTY_TALLY) {
    this.#total = total;
    this.#kinds = new Map(Object.entries(kinds));
    this.#tags = new Map(Object.entries(tags));
    this.#sources = new Map(Object.entries(sources));
    this.#undated = new Map(Object.entries(undated));
  }

  /** One rating's record became another. */
  replace(before: StoredRating | undefined, after: StoredRating | undefined): void {
    this.#count(before, -1);
    this.#count(after, 1);
  }

  /** The counts as a record. A name may be anything, `__proto__` too, so they are made from entries. */
  tally(): Tally {
    return {
      total: this.#total,
      kinds: Object.fromEntries(this.#kinds),
      tags: Object.fromEntries(this.#tags),
      sources: Object.fromEntries(this.#sources),
      undated: Object.fromEntries(this.#undated),
    };
  }

  #count(rating: StoredRating | undefined, by: 1 | -1): void {
    if (isLive(rating)) {
      this.#total += by;
      add(this.#kinds, rating.kind, by);
      add(this.#sources, rating.source, by);
      if (rating.isUndated) {
        add(this.#undated, rating.ratedAt, by);
      }
      for (const tag of new Set(rating.tags)) {
        add(this.#tags, tag, by);
      }
    }
  }
}

/** A name that counts nothing any more is left out. */
function add(counts: Map<string, number>, name: string, by: number): void {
  const count = (counts.get(name) ?? 0) + by;
  if (count > 0) {
    counts.set(name, count);
  } else {
    counts.delete(name);
  }
}
