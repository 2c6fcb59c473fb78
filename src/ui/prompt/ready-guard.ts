import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long after the window appeared, came to the front or changed its size a press does not count. */
const SETTLES_MS = 500;

/**
 * Keeps a button still that may appear under a moving double-click: `isReady` is false for half a second after the
 * element was first painted, after the window took focus or was shown, and after it was resized.
 */
export class ReadyGuard implements ReactiveController {
  isReady = false;
  readonly #host: ReactiveControllerHost;
  #frame: number | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** A press that was begun too early may end late enough; it is as hasty. */
  #isHasty = false;
  readonly #restart = () => this.restart();
  readonly #onPress = () => {
    this.#isHasty = !this.isReady;
  };
  readonly #onPressed = () => {
    this.#isHasty = false;
  };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether a press that ends now was begun when the button was ready, too. */
  get isMeant(): boolean {
    return this.isReady && !this.#isHasty;
  }

  hostConnected(): void {
    window.addEventListener('focus', this.#restart);
    window.addEventListener('resize', this.#restart);
    document.addEventListener('visibilitychange', this.#restart);
    window.addEventListener('pointerdown', this.#onPress, { capture: true });
    window.addEventListener('keydown', this.#onPress, { capture: true });
    window.addEventListener('click', this.#onPressed);
    this.restart();
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.#restart);
    window.removeEventListener('resize', this.#restart);
    document.removeEventListener('visibilitychange', this.#restart);
    window.removeEventListener('pointerdown', this.#onPress, { capture: true });
    window.removeEventListener('keydown', this.#onPress, { capture: true });
    window.removeEventListener('click', this.#onPressed);
    this.#stop();
  }

  /** Starts over: something else stands under the pointer now. */
  restart(): void {
    this.#stop();
    this.isReady = false;
    this.#host.requestUpdate();
    // From when it can be seen: a busy machine may paint it long after this, and even after the frame that it is for.
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => {
        this.#settling = setTimeout(() => {
          this.isReady = true;
          this.#host.requestUpdate();
        }, SETTLES_MS);
      });
    });
  }

  #stop(): void {
    if (this.#frame !== undefined) {
      cancelAnimationFrame(this.#frame);
    }
    clearTimeout(this.#settling);
  }
}
