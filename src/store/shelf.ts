import type { ItemId } from '../domain/ids.ts';
import { SearchText } from './search-text.ts';
import { COMPARE, type ShelfOrder } from './shelf-order.ts';
import { sortInTurns } from './sort-in-turns.ts';
import type { Spine } from './spine.ts';

/**
 * Every live rating's spine as it was at one revision, in every order that was asked for so far. For lists that no
 * index can give: searches, and filters that no index has.
 */
export class Shelf {
  /** Of ratings and items, when this was read. */
  readonly revision: string;
  readonly #spines: readonly Spine[];
  readonly #orders: Map<ShelfOrder, readonly Spine[]>;
  readonly #texts = new Map<ShelfOrder, SearchText>();

  constructor(revision: string, spines: readonly Spine[], orders = new Map<ShelfOrder, readonly Spine[]>()) {
    this.revision = revision;
    this.#spines = spines;
    this.#orders = orders;
  }

  get size(): number {
    return this.#spines.length;
  }

  /** Whether it stands in this order already. */
  isIn(order: ShelfOrder): boolean {
    return this.#orders.has(order);
  }

  /** Sorts without holding up the page. */
  async arrange(order: ShelfOrder): Promise<void> {
    if (!this.isIn(order)) {
      this.#orders.set(order, await sortInTurns(this.#spines, COMPARE[order]));
    }
  }

  /** All spines, least first; sorted at once where they were not {@link arrange arranged}. */
  inOrder(order: ShelfOrder): readonly Spine[] {
    const sorted = this.#orders.get(order) ?? [...this.#spines].sort(COMPARE[order]);
    this.#orders.set(order, sorted);
    return sorted;
  }

  /** Where each spine of {@link inOrder} stands whose text has all these words, ascending. Made at the first search. */
  find(order: ShelfOrder, words: readonly string[]): number[] {
    const text = this.#texts.get(order) ?? new SearchText(this.inOrder(order).map((spine) => spine.text));
    this.#texts.set(order, text);
    return text.find(words);
  }

  /**
   * The shelf after a change. Costs one pass, no sorting but of what changed.
   *
   * @param ids - what was touched
   * @param spines - what is there of it now
   */
  changed(revision: string, ids: ReadonlySet<ItemId>, spines: readonly Spine[]): Shelf {
    if (ids.size === 0) {
      return new Shelf(revision, this.#spines, this.#orders);
    }
    const orders = [...this.#orders].map(([order, sorted]) => {
      const added = [...spines].sort(COMPARE[order]);
      return [order, merged(without(sorted, ids), added, COMPARE[order])] as const;
    });
    return new Shelf(revision, [...without(this.#spines, ids), ...spines], new Map(orders));
  }
}

function without(spines: readonly Spine[], ids: ReadonlySet<ItemId>): Spine[] {
  return spines.filter(({ itemId }) => !ids.has(itemId));
}

/** Two sorted lists as one; the second is short. */
function merged(
  long: readonly Spine[],
  short: readonly Spine[],
  compare: (left: Spine, right: Spine) => number,
): Spine[] {
  const result: Spine[] = [];
  let from = 0;
  for (const one of short) {
    const at = placeOf(one, long, from, compare);
    for (; from < at; from += 1) {
      result.push(long[from] as Spine);
    }
    result.push(one);
  }
  for (; from < long.length; from += 1) {
    result.push(long[from] as Spine);
  }
  return result;
}

/** Where the first spine stands that comes after this one. */
function placeOf(
  one: Spine,
  sorted: readonly Spine[],
  from: number,
  compare: (left: Spine, right: Spine) => number,
): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (compare(sorted[middle] as Spine, one) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
