import type { Recognition } from '../recognise/recognition.ts';
import { recognition } from '../recognise/recognise.ts';
import { askBackground } from './ask-background.ts';
import type { Guard } from './guard.ts';
import { Keeper } from './keeper.ts';
import { contentOf, sightingsOf } from './sightings.ts';
import { StarShelf } from './star-shelf.ts';
import { inTurns, whenIdle } from './take-turns.ts';
import type { Texts } from './texts.ts';

/** The least time between two readings of a page, and how many times what one took: at most a fifth of the page's time. */
const LEAST_GAP_MS = 200;
const GAP_FACTOR = 4;
/** How long the old content may stand under a new address before it counts as the new one's. */
const STALE_MS = 4_000;

/** What adds or names a thing: changes without it are not worth a reading. */
const SIGNS = 'h1,a[href],[itemtype],[typeof],script[type*="ld+json" i],meta,title,link[rel="canonical"]';

/** The stars of one address of a document: made when the page becomes it, ended when it becomes another. */
export class PageStars {
  readonly url = location.href;
  /** What the page showed when it was last read, if it is about one thing. */
  content: string | undefined;
  readonly #ending = new AbortController();
  readonly #keeper = new Keeper(askBackground);
  readonly #shelf: StarShelf;
  readonly #old: PageStars | undefined;
  readonly #bornMs = performance.now();
  #isWaiting = false;
  #isReading = false;
  #restoring = false;
  #nextMs = 0;

  /** @param old - what the document was before, within its life */
  constructor(options: { readonly texts: Texts; readonly guard: Guard | undefined; readonly old?: PageStars }) {
    this.#old = options.old;
    this.#shelf = new StarShelf({ texts: options.texts, guard: options.guard, keeper: this.#keeper });
    this.#readSoon();
  }

  /** The page changed. Cheap: it is called for every change there is. */
  onMutations(records: readonly MutationRecord[]): void {
    this.#shelf.prune(records.map(({ target }) => target));
    if (records.some(({ removedNodes }) => removedNodes.length > 0) && !this.#restoring) {
      this.#restoring = true;
      setTimeout(() => {
        this.#restoring = false;
        if (!this.#ending.signal.aborted) {
          this.#shelf.restore();
        }
      }, 50);
    }
    if (!this.#isWaiting && records.some((record) => this.#matters(record))) {
      this.#readSoon();
    }
  }

  get isOver(): boolean {
    return this.#ending.signal.aborted;
  }

  lookAgain(): void {
    this.#keeper.lookAgain();
  }

  /** Takes every star of this page away, at once. */
  end(): void {
    this.#ending.abort();
    this.#shelf.end();
    this.#keeper.end();
  }

  /** Just after an address changed, anything may be the new content. Later only what could name a thing. */
  #matters({ type, target, addedNodes }: MutationRecord): boolean {
    if (performance.now() - this.#bornMs < STALE_MS) {
      return true;
    }
    if (type === 'characterData') {
      return target.parentElement?.matches(SIGNS) === true;
    }
    if ((target as Partial<Element>).closest?.('h1,title,script')) {
      return true;
    }
    // By type, not class: a node may come from another frame, whose classes are others.
    return [...addedNodes].some(
      (node) => node.nodeType === 1 && ((node as Element).matches(SIGNS) || (node as Element).querySelector(SIGNS)),
    );
  }

  #readSoon(): void {
    this.#isWaiting = true;
    const delayMs = Math.max(this.#nextMs - performance.now(), 0);
    whenIdle(() => void this.#read(), delayMs, this.#ending.signal);
  }

  async #read(): Promise<void> {
    if (this.#isReading) {
      this.#readSoon(); // What changed under the reading is read after it.
      return;
    }
    this.#isReading = true;
    this.#isWaiting = false;
    const startMs = performance.now();
    const found = await inTurns(recognition(document, this.url), this.#ending.signal);
    this.#isReading = false;
    if (found) {
      this.#take(found, performance.now() - startMs);
    }
  }

  /** @param tookMs - how long the reading took, turns of the page included */
  #take(found: Recognition, tookMs: number): void {
    const nowMs = performance.now();
    this.#nextMs = nowMs + Math.max(LEAST_GAP_MS, GAP_FACTOR * tookMs);
    this.content = contentOf(found);
    if (this.#isStale(nowMs)) {
      // A change may well come before that, and is read at once.
      setTimeout(() => this.#isWaiting || this.isOver || this.#readSoon(), STALE_MS - (nowMs - this.#bornMs) + 1);
    } else {
      this.#shelf.arrange(sightingsOf(found));
    }
  }

  /** The address is new, what is shown is not: its facts and the new address would make one thing of two. */
  #isStale(nowMs: number): boolean {
    const old = this.#old;
    return (
      old?.content !== undefined &&
      old.content === this.content &&
      nowMs - this.#bornMs < STALE_MS &&
      new URL(old.url).pathname !== new URL(this.url).pathname
    );
  }
}
