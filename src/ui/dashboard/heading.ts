import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A part of the dashboard has drawn its `h1`, or drew another text in it. */
export type Headed = CustomEvent<{ readonly title: string }>;

/** Tells the dashboard what a part is called, as soon as that is known: it names the tab and takes the focus there. */
export class Heading implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #title: () => string | undefined;
  #told: string | undefined;

  /** @param title - gives what the `h1` says, or `undefined` while it is not drawn */
  constructor(host: ReactiveControllerHost & HTMLElement, title: () => string | undefined) {
    this.#host = host;
    this.#title = title;
    host.addController(this);
  }

  hostUpdated(): void {
    const title = this.#title();
    if (title === undefined || title === this.#told) {
      return;
    }
    this.#told = title;
    const event: Headed = new CustomEvent('headed', { detail: { title }, bubbles: true, composed: true });
    this.#host.dispatchEvent(event);
  }
}

declare global {
  interface HTMLElementEventMap {
    headed: Headed;
  }
}
