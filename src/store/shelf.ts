import type { ItemId } from '../domain/ids.ts';
import { SearchText } from './search-text.ts';
import type { Compare } from './shelf-order.ts';
import { sortInTurns } from './sort-in-turns.ts';
import type { Shelved } from './spine.ts';

/** Each order of a shelf, by its name. */
export type Comparisons<One, Order extends string> = Readonly<Record<Order, Compare<One>>>;

/**
 * The spines of a list's things as they were at one revision, in every order that was asked for so far. For lists that
 * no index can give: searches, and filters that no index has.
 */
export class Shelf<One extends Shelved, Order extends string> {
  /** Of ratings and items, when this was read. */
  readonly revision: string;
  readonly #compare: Comparisons<One, Order>;
  readonly #spines: readonly One[];
  readonly #orders: Map<Order, readonly One[]>;
  readonly #texts = new Map<Order, SearchText>();

  constructor(
    revision: string,
    compare: Comparisons<One, Order>,
    spines: readonly One[],
    orders = new Map<Order, readonly One[]>(),
  ) {
    this.revision = revision;
    this.#compare = compare;
    this.#spines = spines;
    this.#orders = orders;
  }

  get spines(): readonly One[] {
    return this.#spines;
  }

  get size(): number {
    return this.#spines.length;
  }

  /** Whether it stands in this order already. */
  isIn(order: Order): boolean {
    return this.#orders.has(order);
  }

  /** Sorts without holding up the page. */
  async arrange(order: Order): Promise<void> {
    if (!this.isIn(order)) {
      this.#orders.set(order, await sortInTurns(this.#spines, this.#compare[order]));
    }
  }

  /** All spines, least first; sorted at once where they were not {@link arrange arranged}. */
  inOrder(order: Order): readonly One[] {
    const sorted = this.#orders.get(order) ?? [...this.#spines].sort(this.#compare[order]);
    this.#orders.set(order, sorted);
    return sorted;
  }

  /** Where each spine of {@link inOrder} stands whose text has all these words, ascending. Made at the first search. */
  find(order: Order, words: readonly string[]): number[] {
    const text = this.#texts.get(order) ?? new SearchText(this.inOrder(order).map(({ text = '' }) => text));
    this.#texts.set(order, text);
    return text.find(words);
  }

  /**
   * The shelf after a change. Costs one pass, no sorting but of what changed.
   *
   * @param ids - what was touched
   * @param spines - what is there of it now
   */
  changed(revision: string, ids: ReadonlySet<ItemId>, spines: readonly One[]): Shelf<One, Order> {
    if (ids.size === 0) {
      return new Shelf(revision, this.#compare, this.#spines, this.#orders);
    }
    const orders = [...this.#orders].map(([order, sorted]) => {
      const added = [...spines].sort(this.#compare[order]);
      return [order, merged(without(sorted, ids), added, this.#compare[order])] as const;
    });
    return new Shelf(revision, this.#compare, [...without(this.#spines, ids), ...spines], new Map(orders));
  }
}

function without<One extends Shelved>(spines: readonly One[], ids: ReadonlySet<ItemId>): One[] {
  return spines.filter(({ itemId }) => !ids.has(itemId));
}

/** Two sorted lists as one; the second is short. */
function merged<One>(long: readonly One[], short: readonly One[], compare: Compare<One>): One[] {
  const result: One[] = [];
  let from = 0;
  for (const one of short) {
    const at = placeOf(one, long, from, compare);
    for (; from < at; from += 1) {
      result.push(long[from] as One);
    }
    result.push(one);
  }
  for (; from < long.length; from += 1) {
    result.push(long[from] as One);
  }
  return result;
}

/** Where the first spine stands that comes after this one. */
function placeOf<One>(one: One, sorted: readonly One[], from: number, compare: Compare<One>): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (compare(sorted[middle] as One, one) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
