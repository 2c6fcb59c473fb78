import type { Database } from '../../src/store/database.ts';

const TABLES = ['items', 'identifiers', 'ratings', 'versions', 'sourceRecords', 'intentions'];

/** Reads every record by the browser's own calls, in parts. @returns how many there were */
export async function readAll(database: Database): Promise<number> {
  const raw = database.backendDB();
  let count = 0;
  for (const table of TABLES) {
    let after: IDBValidKey | undefined;
    for (;;) {
      const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
      const store = raw.transaction(table).objectStore(table);
      const [rows, keys] = await Promise.all([done(store.getAll(range, 2_000)), done(store.getAllKeys(range, 2_000))]);
      if (rows.length === 0) {
        break;
      }
      count += rows.length;
      after = keys.at(-1);
    }
  }
  return count;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });
}
