import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskState, ImportDesk } from './import-desk.ts';

/** Draws an element anew whenever the import of its page has come further. */
export class DeskWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #desk: () => ImportDesk;

  constructor(host: ReactiveControllerHost, desk: () => ImportDesk) {
    this.#host = host;
    this.#desk = desk;
    host.addController(this);
  }

  get state(): DeskState {
    return this.#desk().state;
  }

  hostConnected(): void {
    this.#desk().addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    this.#desk().removeEventListener('change', this.#onChange);
  }

  readonly #onChange = (): void => {
    this.#host.requestUpdate();
  };
}
