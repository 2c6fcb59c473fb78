import type { Table } from 'dexie';
import type { ItemId } from '../domain/ids.ts';

/** So many records come at once: few enough that taking them in leaves room for a frame. */
const LUMP = 2_000;

/** A table in the order of its keys, the next lump on its way while one is worked on. */
export async function* lumps<Row>(
  table: Table<Row, ItemId>,
  keyOf: (row: Row) => ItemId,
): AsyncGenerator<Row[], undefined> {
  const after = (key: ItemId | undefined): PromiseLike<Row[]> =>
    (key === undefined ? table.orderBy(':id') : table.where(':id').above(key)).limit(LUMP).toArray();
  let lump = await after(undefined);
  for (;;) {
    const last = lump.at(-1);
    if (last === undefined) {
      return undefined;
    }
    const next = after(keyOf(last));
    yield lump;
    lump = await next;
  }
}
