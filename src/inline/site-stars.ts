import type { InlineEvent } from '../protocol/inline-wire.ts';
import { extension } from './extension.ts';
import type { Guard } from './guard.ts';
import { PageStars } from './page-stars.ts';
import type { Texts } from './texts.ts';
import { pageOf, watchAddress } from './watch-address.ts';

/** How often it is looked whether the extension is still there: nobody tells. */
const PULSE_MS = 2_000;

/** The stars in one document, through all the pages that it becomes. */
export class SiteStars {
  readonly #texts: Texts;
  #guard: Guard | undefined;
  #page: PageStars | undefined;
  #isOn = false;
  #root: Element | null = null;

  constructor(texts: Texts, guard: Guard | undefined) {
    this.#texts = texts;
    this.#guard = guard;
    const observer = new MutationObserver((records) => this.#onMutations(records));
    observer.observe(document, { childList: true, subtree: true, characterData: true });
    watchAddress({ onLeave: () => this.#page?.end(), onArrive: () => this.#arrive() });
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted && this.#isThere()) {
        this.#page?.lookAgain();
      }
    });
    extension()?.runtime.onMessage.addListener((message, sender) => {
      if (sender.id === extension()?.runtime.id) {
        this.#onMessage(message as Partial<InlineEvent> | null);
      }
    });
    const pulse = setInterval(() => {
      if (!this.#isThere()) {
        clearInterval(pulse);
        observer.disconnect();
      }
    }, PULSE_MS);
  }

  turnOn(): void {
    if (!this.#isOn) {
      this.#isOn = true;
      this.#root = document.documentElement;
      this.#begin();
    }
  }

  turnOff(): void {
    this.#isOn = false;
    this.#page?.end();
    this.#page = undefined;
  }

  #begin(): void {
    const old = this.#page;
    old?.end();
    this.#page = new PageStars({ texts: this.#texts, guard: this.#guard, ...(old && { old }) });
  }

  /** Also after a navigation that came to nothing: the page that was ended begins again. */
  #arrive(): void {
    if (this.#isOn && (this.#page?.isOver || this.#hasMoved())) {
      this.#begin();
    }
  }

  #hasMoved(): boolean {
    return this.#page ? pageOf(this.#page.url) !== pageOf(location.href) : false;
  }

  #onMutations(records: readonly MutationRecord[]): void {
    if (!this.#isOn) {
      return;
    }
    if (this.#root !== document.documentElement) {
      this.#root = document.documentElement;
      this.#checkGuard();
    }
    if (this.#hasMoved()) {
      this.#begin();
    }
    this.#page?.onMutations(records);
  }

  /** The page wrote itself anew and may have listened first: from now on the stars are only shown. */
  #checkGuard(): void {
    if (this.#guard && !this.#guard.isAlive()) {
      this.#guard = undefined;
      this.#begin();
    }
  }

  #onMessage(message: Partial<InlineEvent> | null): void {
    if (message?.wire === 'inline') {
      if (message.event === 'changed') {
        this.#page?.lookAgain();
      } else if (message.origin === location.origin) {
        this.turnOff();
      }
    }
  }

  #isThere(): boolean {
    const isThere = extension() !== undefined;
    if (!isThere) {
      this.turnOff();
    }
    return isThere;
  }
}
