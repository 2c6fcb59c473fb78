import type { Database } from '../../src/store/database.ts';

const TABLES = [
  'items',
  'identifiers',
  'ratings',
  'versions',
  'sourceRecords',
  'intentions',
  'journalImages',
  'journal',
] as const;

/**
 * Writes all records of a store into an empty one of the same shape by the browser's own calls and nothing else: one
 * transaction, one put a record.
 *
 * @param timed - runs the transaction and says how long it took; reading the records is not in it
 * @returns milliseconds and how many records there were
 */
export async function rawWrites(
  database: Database,
  timed: (work: () => Promise<undefined>) => Promise<[undefined, number]>,
): Promise<{ ms: number; records: number }> {
  const name = `raw-${crypto.randomUUID()}`;
  const rows = new Map<string, object[]>();
  for (const table of TABLES) {
    rows.set(table, await database.table<object>(table).toArray());
  }
  const records = [...rows.values()].reduce((sum, { length }) => sum + length, 0);
  const raw = await open(name, database);
  const [, ms] = await timed(() => putAll(raw, rows));
  raw.close();
  indexedDB.deleteDatabase(name);
  return { ms, records };
}

function putAll(raw: IDBDatabase, rows: ReadonlyMap<string, readonly object[]>): Promise<undefined> {
  return new Promise((resolve, reject) => {
    const transaction = raw.transaction([...rows.keys()], 'readwrite');
    for (const [table, records] of rows) {
      const store = transaction.objectStore(table);
      for (const record of records) {
        store.put(record);
      }
    }
    transaction.oncomplete = () => resolve(undefined);
    transaction.onerror = () => reject(transaction.error ?? new Error('the raw writes failed'));
  });
}

function open(name: string, { tables }: Database): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      for (const { name: table, schema } of tables) {
        const store = request.result.createObjectStore(table, { keyPath: schema.primKey.keyPath ?? null });
        for (const index of schema.indexes) {
          store.createIndex(index.name, index.keyPath as string | string[]);
        }
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no raw database'));
  });
}
