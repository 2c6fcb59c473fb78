/** What a vendor knows: the average of its other customers, with their number. */
export class Crowd {
  #totals = new Map();
  #all = { count: 0, sum: 0 };

  constructor(people) {
    for (const ratings of people.values()) {
      for (const { film, value } of ratings) {
        const total = this.#totals.get(film) ?? { count: 0, sum: 0 };
        total.count += 1;
        total.sum += value;
        this.#totals.set(film, total);
        this.#all.count += 1;
        this.#all.sum += value;
      }
    }
  }

  /** The average without the one rating that is to be guessed; `undefined` when there is no other. */
  averageWithout({ film, value }) {
    const { count, sum } = this.#totals.get(film);
    return count > 1 ? { value: (sum - value) / (count - 1), count: count - 1 } : undefined;
  }

  /** The same, drawn towards the average of all films as if `strength` more had rated it so. */
  shrunkWithout(rating, strength) {
    const { count, value } = this.averageWithout(rating) ?? { count: 0, value: 0 };
    return (count * value + strength * (this.#all.sum / this.#all.count)) / (count + strength);
  }
}
