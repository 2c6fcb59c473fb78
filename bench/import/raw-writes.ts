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
 * @returns milliseconds of the transaction alone; reading them is not counted
 */
export async function rawWrites(database: Database): Promise<{ rawMs: number; records: number }> {
  const name = `raw-${crypto.randomUUID()}`;
  const rows = new Map<string, object[]>();
  for (const table of TABLES) {
    rows.set(table, await database.table<object>(table).toArray());
  }
  const raw = await open(name, database);
  const startedAt = performance.now();
  await new Promise<void>((resolve, reject) => {
    const transaction = raw.transaction([...TABLES], 'readwrite');
    for (const table of TABLES) {
      const store = transaction.objectStore(table);
      for (const row of rows.get(table) ?? []) {
        store.put(row);
      }
    }
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('the raw writes failed'));
  });
  const rawMs = performance.now() - startedAt;
  raw.close();
  indexedDB.deleteDatabase(name);
  return { rawMs, records: [...rows.values()].reduce((sum, { length }) => sum + length, 0) };
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
