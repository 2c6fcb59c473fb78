/**
 * Nobody tells a page that its worker is gone: a browser short of memory ends it without a word, and whoever waits for
 * it waits for ever. A lock does: it is given back with the life of who held it.
 */

/** What the worker says once its life can be watched. */
export interface Alive {
  readonly alive: true;
}

/** In the worker: holds the lock that has the worker's name as long as it lives. */
export function holdLife(worker: { readonly name: string; postMessage(message: Alive): void }): void {
  void navigator.locks.request(worker.name, () => {
    worker.postMessage({ alive: true });
    return new Promise(() => undefined);
  });
}

/** In the page, once the worker has said that it lives. Settles when it does no longer. */
export function lifeOf(name: string): Promise<void> {
  return navigator.locks.request(name, () => undefined);
}
