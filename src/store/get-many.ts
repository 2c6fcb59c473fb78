import type { Table } from 'dexie';

/** Fewer are asked for one by one. */
const RANGE_FROM = 200;
/** A range that holds more others than this for each that is asked for is not worth reading. */
const OTHERS_EACH = 1;

/**
 * The records of these keys that are there. Keys that lie together, as those of one import do, are read as one range:
 * asking for each costs several times as much, above all for those that are not there.
 */
export async function getMany<Row extends object, Key extends string>(
  table: Table<Row, Key>,
  keys: readonly Key[],
): Promise<Map<Key, Row>> {
  const sorted = [...new Set(keys)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const found = new Map<Key, Row>();
  if (first === undefined || last === undefined) {
    return found;
  }
  const path = table.schema.primKey.keyPath as keyof Row;
  if (sorted.length >= RANGE_FROM) {
    const range = table.where(':id').between(first, last, true, true);
    const most = sorted.length * (1 + OTHERS_EACH);
    const rows = await range.limit(most + 1).toArray();
    if (rows.length <= most) {
      const wanted = new Set<string>(sorted);
      for (const row of rows) {
        const key = row[path] as unknown as Key;
        if (wanted.has(key)) {
          found.set(key, row);
        }
      }
      return found;
    }
  }
  for (const row of await table.bulkGet(sorted)) {
    if (row) {
      found.set(row[path] as unknown as Key, row);
    }
  }
  return found;
}
