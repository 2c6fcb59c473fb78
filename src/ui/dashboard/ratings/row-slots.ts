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
    const before = this.#slots;
    const free = [...before].flatMap(([key, slot]) => (wanted.has(key) || key === held ? [] : [slot]));
    const came = keys.filter((key) => !before.has(key));
    const way = wayOf([...before.keys()].filter(isNot(held)), keys.filter(isNot(held)));
    (way === 'on' ? came : way === 'back' ? free : []).reverse();
    const given = new Map(came.map((key, place) => [key, free[place] ?? this.#next++]));
    this.#slots = new Map(keys.map((key) => [key, before.get(key) ?? (given.get(key) as number)]));
    return keys.map((key) => this.#slots.get(key) as number);
  }
}

/**
 * Which way a list was scrolled by some rows, if so. What went at one end then comes at the other, the outermost first, and
 * what is new stands within: so `repeat` moves these alone. In any other order it moves all that stay, and a browser reckons
 * the style of each of them anew, in every frame.
 */
function wayOf(before: readonly RowKey[], now: readonly RowKey[]): 'on' | 'back' | undefined {
  const cameTo = (end: 0 | -1): boolean => {
    const key = now.at(end);
    return key !== undefined && key !== before.at(end) && before.includes(key);
  };
  return cameTo(0) ? 'on' : cameTo(-1) ? 'back' : undefined;
}

function isNot(held: RowKey | undefined): (key: RowKey) => boolean {
  return (key) => key !== held;
}
