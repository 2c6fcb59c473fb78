/** Tells files of one name apart: the second `ratings.csv` is `ratings.csv (2)`. */
export class ToldApart {
  readonly #times = new Map<string, number>();
  readonly #given = new Set<string>();

  /** @param given - names that are told apart already */
  constructor(given: readonly string[] = []) {
    for (const name of given) {
      this.add(name);
    }
  }

  add(path: string): string {
    let times = this.#times.get(path) ?? 0;
    let name = path;
    do {
      times += 1;
      name = times === 1 ? path : `${path} (${times})`;
    } while (this.#given.has(name));
    this.#times.set(path, times);
    this.#given.add(name);
    return name;
  }
}
