import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Watch } from '../app/watch.ts';

/**
 * Keeps one value of a Lit element equal to the store, for as long as the element is on the page.
 *
 * `value` is `undefined` until the first answer. When the watch breaks, `failure` is set and the last value stays.
 */
export class Watched<T> implements ReactiveController {
  value: T | undefined;
  failure: unknown;
  readonly #host: ReactiveControllerHost;
  #watch: Watch<T>;
  #stop: (() => void) | undefined;
  #isConnected = false;

  constructor(host: ReactiveControllerHost, watch: Watch<T>) {
    this.#host = host;
    this.#watch = watch;
    host.addController(this);
  }

  /** Watches something else from now on: another search, another page. The old value stays until the new one is there. */
  rewatch(watch: Watch<T>): void {
    this.#watch = watch;
    if (this.#isConnected) {
      this.#start();
    }
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#start();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
  }

  #start(): void {
    this.#stop?.();
    this.#stop = this.#watch(
      (value) => {
        this.value = value;
        this.failure = undefined;
        this.#host.requestUpdate();
      },
      (thrown) => {
        this.failure = thrown;
        this.#host.requestUpdate();
      },
    );
  }
}
