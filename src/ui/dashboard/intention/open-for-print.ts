import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is folded in something folded, and so on, is not deeper than this. */
const DEPTH = 5;
/** Turns of promises in which elements draw themselves and those within them. */
const TURNS = 20;

/** Opens all that is folded in an element before it is printed, and folds it again afterwards: paper has nothing to press. */
export class OpenForPrint implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #isWanted: () => boolean;
  #opened: HTMLDetailsElement[] = [];

  /** @param isWanted - whether what is printed just now is all of it */
  constructor(host: ReactiveControllerHost & HTMLElement, isWanted: () => boolean) {
    this.#host = host;
    this.#isWanted = isWanted;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#open);
    window.addEventListener('afterprint', this.#fold);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#open);
    window.removeEventListener('afterprint', this.#fold);
  }

  readonly #open = (): void => {
    if (this.#isWanted()) {
      void this.#openAll();
    }
  };

  /** Waits for promises only: the printer goes on when all of those are settled, and not before. */
  async #openAll(): Promise<void> {
    for (let depth = 0; depth < DEPTH; depth += 1) {
      const folded = detailsIn(this.#host.shadowRoot).filter(({ open }) => !open);
      for (const one of folded) {
        one.open = true;
        // The browser's own comes too late for the printer.
        one.dispatchEvent(new Event('toggle'));
      }
      this.#opened.push(...folded);
      for (let turn = 0; turn < TURNS; turn += 1) {
        await Promise.resolve();
      }
    }
  }

  readonly #fold = (): void => {
    this.#opened.forEach((one) => (one.open = false));
    this.#opened = [];
  };
}

function detailsIn(root: ShadowRoot | null): HTMLDetailsElement[] {
  const all = root ? [...root.querySelectorAll('*')] : [];
  return all.flatMap((one) => [...(one instanceof HTMLDetailsElement ? [one] : []), ...detailsIn(one.shadowRoot)]);
}
