import type { AskBackground } from './ask-background.ts';
import type { WireFacts } from './clip-facts.ts';
import type { HalfStars } from '../domain/scale.ts';
import type { Shown } from './texts.ts';

/** At most this many things a look-up: the limit of the wire. */
const MOST = 500;
/** Things that come into view together are asked for together. */
const GATHER_MS = 25;

/** Something that shows a rating. */
export interface Showing {
  readonly identifiers: readonly string[];
  show(saved: Shown): void;
}

/** A change that was saved, and what to hand to `undo` if it can be undone. */
export interface Saved {
  readonly journalId: string | null;
}

/** Reads and writes the person's ratings for the stars of one page. */
export class Keeper {
  readonly #ask: AskBackground;
  readonly #showing = new Set<Showing>();
  readonly #waiting = new Set<Showing>();
  #gathering: ReturnType<typeof setTimeout> | undefined;
  /** The page is another one: nothing is asked or shown any more. */
  #isOver = false;

  constructor(ask: AskBackground) {
    this.#ask = ask;
  }

  /** From now on it shows what the person thinks, until {@link forget}. */
  add(one: Showing): void {
    this.#showing.add(one);
    this.#want(one);
  }

  forget(one: Showing): void {
    this.#showing.delete(one);
    this.#waiting.delete(one);
  }

  /** Something changed: looks again for all that is shown. */
  lookAgain(): void {
    this.#showing.forEach((one) => this.#want(one));
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#gathering);
  }

  rate(facts: WireFacts, halfStars: HalfStars): Promise<Saved | undefined> {
    return this.#ask('rate', { facts, halfStars });
  }

  clear({ identifiers }: WireFacts): Promise<Saved | undefined> {
    return this.#ask('clear', { identifiers });
  }

  async undo(journalId: string): Promise<Saved | undefined> {
    return (await this.#ask('undo', { journalId })) === null ? { journalId: null } : undefined;
  }

  #want(one: Showing): void {
    this.#waiting.add(one);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      const all = [...this.#waiting];
      this.#waiting.clear();
      for (let start = 0; start < all.length; start += MOST) {
        void this.#lookUp(all.slice(start, start + MOST));
      }
    }, GATHER_MS);
  }

  async #lookUp(batch: readonly Showing[]): Promise<void> {
    const things = batch.map(({ identifiers }) => [...identifiers]);
    // Shown as they are if that fails: the page is no place to say so, and the next change asks again.
    const found = await this.#ask('look-up', { things });
    batch.forEach((one, index) => {
      if (found && !this.#isOver && this.#showing.has(one)) {
        one.show(found[index]?.halfStars ?? 0);
      }
    });
  }
}
