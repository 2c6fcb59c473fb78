import type { ItemId } from '../domain/ids.ts';

/** Both ends belong to it. */
export interface KeyRange {
  readonly first: ItemId;
  readonly last: ItemId;
}

/** Ranges that are read together. */
export interface Lot {
  readonly ranges: readonly KeyRange[];
  /** How many of what is looked for lie in them. */
  readonly size: number;
}

/** So many of what is looked for come at once: few enough that taking them in leaves room for a frame. */
const LOT = 1_000;

/** As many others between two cost about what another range does. */
const MOST_BETWEEN = 16;

/**
 * Where the items lie that have no mark, in ranges between which many rated ones are left out, some ranges at a time.
 *
 * @param ids - of all items, ascending
 */
export function lotsOf(ids: readonly ItemId[], rated: ReadonlySet<ItemId>): { lots: readonly Lot[]; total: number } {
  const lots: { ranges: { first: ItemId; last: ItemId }[]; size: number }[] = [];
  let total = 0;
  let others = 0;
  for (const id of ids) {
    if (rated.has(id)) {
      others += 1;
      continue;
    }
    let lot = lots.at(-1);
    if (!lot || lot.size === LOT) {
      lot = { ranges: [], size: 0 };
      lots.push(lot);
    }
    const range = lot.ranges.at(-1);
    if (range && others <= MOST_BETWEEN) {
      range.last = id;
    } else {
      lot.ranges.push({ first: id, last: id });
    }
    lot.size += 1;
    total += 1;
    others = 0;
  }
  return { lots, total };
}
