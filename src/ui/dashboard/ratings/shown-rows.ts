import type { Virtualizer } from '@tanstack/lit-virtual';
import type { RowKey } from './row-slots.ts';

/** Which row each element showed when it was last measured: one that shows another has another height. */
export class ShownRows {
  readonly #virtual: Virtualizer<Window, HTMLElement>;
  readonly #shown = new WeakMap<HTMLElement, RowKey>();

  constructor(virtual: Virtualizer<Window, HTMLElement>) {
    this.#virtual = virtual;
  }

  /**
   * Tells of each element that shows another row now.
   *
   * @param elements - all that are there, each with its place in the list (`data-index`)
   * @param keyOf - the row of a place
   */
  measure(elements: Iterable<HTMLElement>, keyOf: (index: number) => RowKey): void {
    const { elementsCache } = this.#virtual;
    for (const element of elements) {
      const key = keyOf(Number(element.dataset['index']));
      const before = this.#shown.get(element);
      if (before !== key) {
        if (before !== undefined && elementsCache.get(before) === element) {
          elementsCache.delete(before);
        }
        this.#shown.set(element, key);
        this.#virtual.measureElement(element);
      }
    }
    this.#virtual.measureElement(null); // those that went
  }
}
