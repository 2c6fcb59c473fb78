import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Opens all that is folded in an element before it is printed, and folds it again afterwards: paper has nothing to press. */
export class OpenForPrint implements ReactiveController {
  readonly #host: HTMLElement;
  #opened: HTMLDetailsElement[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
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
    this.#opened = detailsIn(this.#host.shadowRoot).filter(({ open }) => !open);
    this.#opened.forEach((one) => (one.open = true));
  };

  readonly #fold = (): void => {
    this.#opened.forEach((one) => (one.open = false));
    this.#opened = [];
  };
}

function detailsIn(root: ShadowRoot | null): HTMLDetailsElement[] {
  const all = root ? [...root.querySelectorAll('*')] : [];
  return all.flatMap((one) => [...(one instanceof HTMLDetailsElement ? [one] : []), ...detailsIn(one.shadowRoot)]);
}
