import type { Database } from '../../src/store/database.ts';

const TABLES = ['items', 'identifiers', 'ratings', 'versions', 'sourceRecords', 'intentions'];

/** Reads every record by the browser's own calls, in parts. @param hear - is given each part */
export async function readAll(database: Database, hear?: (rows: readonly object[]) => void): Promise<void> {
  const raw = database.backendDB();
  for (const table of TABLES) {
    const path = database.table(table).schema.primKey.keyPath as string;
    let after: IDBValidKey | undefined;
    for (;;) {
      const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
      const rows = await done(raw.transaction(table).objectStore(table).getAll(range, 2_000));
      const last = rows.at(-1) as Record<string, IDBValidKey> | undefined;
      if (!last) {
        break;
      }
      hear?.(rows);
      after = last[path];
    }
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });
}
