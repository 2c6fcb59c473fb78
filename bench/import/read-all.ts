import type { Database } from '../../src/store/database.ts';

const TABLES = ['items', 'identifiers', 'ratings', 'versions', 'sourceRecords', 'intentions'];

/** Reads every record by the browser's own calls, in parts, and writes each as JSON: the least that an export has to do. */
export async function readAll(database: Database): Promise<number> {
  const raw = database.backendDB();
  let length = 0;
  for (const table of TABLES) {
    let after: IDBValidKey | undefined;
    for (;;) {
      const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
      const store = raw.transaction(table).objectStore(table);
      const [rows, keys] = await Promise.all([done(store.getAll(range, 2_000)), done(store.getAllKeys(range, 2_000))]);
      if (rows.length === 0) {
        break;
      }
      for (const row of rows as unknown[]) {
        length += JSON.stringify(row).length;
      }
      after = keys.at(-1);
    }
  }
  return length;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });
}
