import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long after the window appeared, came to the front or changed its size a press does not count. */
const SETTLES_MS = 500;

/**
 * Keeps a button still that may appear under a moving double-click: `isReady` is false for half a second after the
 * element came on the page, after the window took focus or was shown, and after it was resized.
 */
export class ReadyGuard implements ReactiveController {
  isReady = false;
  readonly #host: ReactiveControllerHost;
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #restart = () => this.restart();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('focus', this.#restart);
    window.addEventListener('resize', this.#restart);
    document.addEventListener('visibilitychange', this.#restart);
    this.restart();
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.#restart);
    window.removeEventListener('resize', this.#restart);
    document.removeEventListener('visibilitychange', this.#restart);
    clearTimeout(this.#settling);
  }

  /** Starts over: something else stands under the pointer now. */
  restart(): void {
    clearTimeout(this.#settling);
    this.isReady = false;
    this.#host.requestUpdate();
    this.#settling = setTimeout(() => {
      this.isReady = true;
      this.#host.requestUpdate();
    }, SETTLES_MS);
  }
}
