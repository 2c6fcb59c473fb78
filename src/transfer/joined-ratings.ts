import type { Moment } from '../domain/moment.ts';
import type { SourceRating } from '../domain/source-record.ts';

/** Judgements of one thing, found by their time: one more costs the same however many there are. */
export class JoinedRatings {
  readonly #byTime = new Map<Moment | undefined, SourceRating[]>();
  /** Of those with a time, how many have each mark. */
  readonly #marks = new Map<string, number>();
  #size = 0;

  constructor(ratings: readonly SourceRating[] = []) {
    for (const rating of ratings) {
      this.#push(rating);
    }
  }

  get size(): number {
    return this.#size;
  }

  /** Earliest first; those of an unknown time before them, and of one time as they came. */
  get list(): SourceRating[] {
    const times = [...this.#byTime.keys()].filter((at) => at !== undefined).sort();
    return [undefined, ...times].flatMap((at) => this.#byTime.get(at) ?? []);
  }

  /**
   * Adds what is not known yet.
   *
   * @param isSameFile - of a row of a file of which one has said something already: a mark that it gives once more, after
   *   another of the same time, is given anew
   * @returns whether it contradicts: another mark of the same time
   */
  add(ratings: readonly SourceRating[], isSameFile: boolean): boolean {
    const added = ratings.filter((rating) => {
      const known = this.#byTime.get(rating.at) ?? [];
      return !(isSameFile ? known.slice(-1) : known).some((one) => isSameMark(one, rating));
    });
    const contradicts = added.some(({ at }) => this.#byTime.has(at));
    for (const rating of added) {
      this.#drop(rating.at, (known) => isSameMark(known, rating));
    }
    for (const rating of added) {
      this.#push(rating);
    }
    // One of an unknown time says no more than the same one of a known time.
    this.#drop(undefined, (known) => this.#marks.has(markOf(known)));
    return contradicts;
  }

  #push(rating: SourceRating): void {
    const { at } = rating;
    const known = this.#byTime.get(at);
    if (known) {
      known.push(rating);
    } else {
      this.#byTime.set(at, [rating]);
    }
    this.#count(rating, 1);
  }

  #drop(at: Moment | undefined, isDropped: (known: SourceRating) => boolean): void {
    const known = this.#byTime.get(at) ?? [];
    const left = known.filter((one) => !isDropped(one));
    if (left.length === known.length) {
      return;
    }
    for (const one of known.filter(isDropped)) {
      this.#count(one, -1);
    }
    if (left.length === 0) {
      this.#byTime.delete(at);
    } else {
      this.#byTime.set(at, left);
    }
  }

  #count(rating: SourceRating, by: 1 | -1): void {
    this.#size += by;
    if (rating.at !== undefined) {
      const mark = markOf(rating);
      const count = (this.#marks.get(mark) ?? 0) + by;
      if (count === 0) {
        this.#marks.delete(mark);
      } else {
        this.#marks.set(mark, count);
      }
    }
  }
}

function markOf({ given: { value, best, worst } }: SourceRating): string {
  return `${value} ${best} ${worst}`;
}

function isSameMark(left: SourceRating, right: SourceRating): boolean {
  return (
    left.given.value === right.given.value &&
    left.given.best === right.given.best &&
    left.given.worst === right.given.worst
  );
}
