import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A quote beside others has to be as wide as this, in pixels; the headings before them as wide as that. */
const QUOTE_WIDTH = 208;
const HEADING_WIDTH = 152;
const MOST = 4;
/** Paper is narrower than most windows, and nobody is asked which. */
const MOST_ON_PAPER = 3;

/** How many quotes fit beside each other in an element, and whether it is just being printed. */
export class Beside implements ReactiveController {
  /** One is a card. */
  count = 3;
  isPrinted = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** In a frame of its own: what it changes changes sizes again. Told the width, since asking for it would lay out the page. */
  readonly #size = new ResizeObserver((entries) => {
    const width = entries.at(-1)?.contentRect.width ?? 0;
    if (width !== this.#width) {
      this.#width = width;
      requestAnimationFrame(() => this.#count());
    }
  });
  #width = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** How many stand beside each other just now. */
  get abreast(): number {
    return this.isPrinted ? Math.min(this.count, MOST_ON_PAPER) : this.count;
  }

  hostConnected(): void {
    this.#size.observe(this.#host);
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrinted);
  }

  hostDisconnected(): void {
    this.#size.disconnect();
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrinted);
  }

  /** Nothing of it is seen yet while it has no width. */
  #count(): void {
    const count = Math.min(MOST, Math.max(1, Math.floor((this.#width - HEADING_WIDTH) / QUOTE_WIDTH)));
    if (this.#width > 0 && count !== this.count) {
      this.count = count;
      this.#host.requestUpdate();
    }
  }

  readonly #onPrint = (): void => this.#print(true);
  readonly #onPrinted = (): void => this.#print(false);

  #print(isPrinted: boolean): void {
    this.isPrinted = isPrinted;
    this.#host.requestUpdate();
  }
}
