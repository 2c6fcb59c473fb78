/**
 * Many texts as one, so that a search reads memory from front to back: a hundred thousand texts here and there cost ten
 * times as much, of which nine are waiting.
 */
export class SearchText {
  readonly #all: string;
  /** Where each text ends, in characters; the mark between two comes there. */
  readonly #ends: Uint32Array;

  /** @param texts - folded: without line breaks, which keep them apart */
  constructor(texts: readonly string[]) {
    this.#all = texts.join(BETWEEN);
    this.#ends = new Uint32Array(texts.length);
    let end = -1;
    for (const [index, { length }] of texts.entries()) {
      end += length + 1;
      this.#ends[index] = end;
    }
  }

  /** Which texts have every word, ascending. Costs one reading of all, and little for each that has the first word. */
  find(words: readonly string[]): number[] {
    // The longest is the rarest.
    const [first = '', ...others] = words.toSorted((left, right) => right.length - left.length);
    const found: number[] = [];
    const ends = this.#ends;
    let index = 0;
    for (let at = this.#all.indexOf(first); at >= 0 && index < ends.length; at = this.#all.indexOf(first, at)) {
      index = this.#textAt(at, index);
      const end = ends[index] as number;
      if (others.every((word) => this.#has(word, index))) {
        found.push(index);
      }
      at = end + 1;
      index += 1;
    }
    return found;
  }

  /** The text in which a character is, from some text before it on. */
  #textAt(at: number, from: number): number {
    const ends = this.#ends;
    let [low, high] = [from, from + 1];
    for (let step = 1; high < ends.length && (ends[high - 1] as number) < at; step *= 2) {
      low = high;
      high = Math.min(ends.length, high + step);
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #has(word: string, index: number): boolean {
    const from = index === 0 ? 0 : (this.#ends[index - 1] as number) + 1;
    return this.#all.slice(from, this.#ends[index]).includes(word);
  }
}

const BETWEEN = '\n';
