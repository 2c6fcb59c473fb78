import type { Table } from 'dexie';

/** So many records come at once: few enough that taking them in leaves room for a frame. */
const LUMP = 2_000;

/** A table in the order of its keys, the next lump on its way while one is worked on. */
export async function* lumps<Row, Key extends string>(
  table: Table<Row, Key>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<Row[], undefined> {
  const after = (key: Key | undefined): PromiseLike<Row[]> =>
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
