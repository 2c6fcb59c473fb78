/**
 * What was read at one revision of the store, kept in memory until the next. The least recently used go first.
 *
 * Nothing may stay valid over a revoke, so whatever is asked for at another revision empties it.
 */
export class RevisionCache<Key, Value> {
  readonly #limit: number;
  readonly #values = new Map<Key, Value>();
  #revision: string | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The revision that what is here was read at; `undefined` while there is nothing. */
  get revision(): string | undefined {
    return this.#revision;
  }

  get size(): number {
    return this.#values.size;
  }

  has(revision: string, key: Key): boolean {
    return this.#revision === revision && this.#values.has(key);
  }

  get(revision: string, key: Key): Value | undefined {
    if (!this.has(revision, key)) {
      return undefined;
    }
    const value = this.#values.get(key) as Value;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(revision: string, key: Key, value: Value): void {
    if (this.#revision !== revision) {
      this.#values.clear();
      this.#revision = revision;
    }
    this.#values.delete(key);
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#limit) {
        return;
      }
      this.#values.delete(oldest);
    }
  }
}
