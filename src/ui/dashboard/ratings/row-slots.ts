import type { ItemId } from '../../../domain/ids.ts';

/** What a row shows: a thing, or a place in the list whose thing is not known yet. */
export type RowKey = ItemId | number;

/**
 * Which element shows which row. Elements of rows that went out of sight show those that came: new words in an old
 * element cost a small part of a new element, and lists are scrolled and searched letter by letter.
 *
 * A row that stays keeps its element. The element of the row that has the focus is never given to another: the next key
 * press would count for a thing that the person has not seen.
 */
export class RowSlots {
  #slots = new Map<RowKey, number>();
  #next = 0;

  /**
   * @param keys - the rows to draw, in order
   * @param held - the row that has, or last had, the focus
   * @returns for each the number of its element
   */
  assign(keys: readonly RowKey[], held: RowKey | undefined): number[] {
    const wanted = new Set(keys);
    const free = [...this.#slots].flatMap(([key, slot]) => (wanted.has(key) || key === held ? [] : [slot]));
    const before = this.#slots;
    this.#slots = new Map(keys.map((key) => [key, before.get(key) ?? free.shift() ?? this.#next++]));
    return keys.map((key) => this.#slots.get(key) as number);
  }
}
