import type { SourceContent } from '../domain/source-record.ts';
import { COUNTED, type Counted, countedIn } from './file-counts.ts';

/** Which file says what of one thing, as small as it gets: files, each with a bit for each of {@link COUNTED}. */
export class SaidByFile {
  readonly #said: number[] = [];

  /** Rows come file by file. */
  add(file: number, content: SourceContent | undefined): void {
    const said = this.#said;
    if (said.at(-2) !== file) {
      said.push(file, 0);
    }
    for (const one of content ? countedIn(content) : []) {
      said[said.length - 1] = (said.at(-1) ?? 0) | (1 << COUNTED.indexOf(one));
    }
  }

  /** The first file that says more than what it is. */
  get first(): number {
    const bits = this.#said.findIndex((one, index) => index % 2 === 1 && one > 0);
    return this.#said[Math.max(0, bits - 1)] ?? 0;
  }

  /** Each file that speaks of it, and what it says. */
  *each(): Iterable<readonly [file: number, counted: readonly Counted[]]> {
    for (let index = 0; index < this.#said.length; index += 2) {
      const [file = 0, bits = 0] = this.#said.slice(index, index + 2);
      yield [file, COUNTED.filter((_one, bit) => (bits & (1 << bit)) !== 0)];
    }
  }
}
