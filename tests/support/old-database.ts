export interface OldShape {
  readonly nativeVersion: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly key: string | readonly string[];
        readonly indexes: Readonly<Record<string, string | readonly string[]>>;
      }
    >
  >;
  readonly rows: Readonly<Record<string, readonly object[]>>;
}

/** Builds a database of an earlier version with nothing but the browser's own calls. */
export async function buildOldDatabase(
  indexedDB: IDBFactory,
  name: string,
  { nativeVersion, stores, rows }: OldShape,
): Promise<void> {
  const database = await openRaw(indexedDB, name, nativeVersion, (opened) => {
    for (const [store, { key, indexes }] of Object.entries(stores)) {
      const made = opened.createObjectStore(store, { keyPath: key as string | string[] });
      for (const [index, path] of Object.entries(indexes)) {
        made.createIndex(index, path as string | string[]);
      }
      for (const row of rows[store] ?? []) {
        made.add(row);
      }
    }
  });
  database.close();
}

/** Opens a database as another program would. */
export function openRaw(
  indexedDB: IDBFactory,
  name: string,
  version: number | undefined,
  upgrade: (database: IDBDatabase) => void = () => undefined,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      upgrade(request.result);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no database'));
    };
  });
}
