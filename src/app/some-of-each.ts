/** Of many things of several sorts, some of each: no more than so many in all, in the order in which they came. */
export class SomeOfEach<T> {
  readonly #most: number;
  readonly #sorts = new Map<string, { readonly place: number; readonly one: T }[]>();
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(sort: string, one: T): void {
    const known = this.#sorts.get(sort) ?? [];
    if (known.length === 0) {
      this.#sorts.set(sort, known);
    }
    if (known.length < this.#most) {
      known.push({ place: this.#count, one });
    }
    this.#count += 1;
  }

  /** The first of each, then the second of each, and so on, until there are enough. */
  get chosen(): T[] {
    const chosen: { readonly place: number; readonly one: T }[] = [];
    for (let turn = 0; turn < this.#most; turn += 1) {
      for (const known of this.#sorts.values()) {
        const next = known[turn];
        if (next && chosen.length < this.#most) {
          chosen.push(next);
        }
      }
    }
    return chosen.sort((left, right) => left.place - right.place).map(({ one }) => one);
  }
}
