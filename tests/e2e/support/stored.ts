import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { inOwnPage } from './in-own-page.ts';

export type Stored = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** All rows of some tables of the real database, sorted by their keys. */
export async function storedRows(browser: ExtensionBrowser, tables: readonly string[]): Promise<Stored> {
  const json = await inOwnPage(browser, readRows, JSON.stringify(tables));
  return JSON.parse(json) as Stored;
}

/** Empties the real database, its clock and all. Pages that are open don't hear of it. */
export async function wipe(browser: ExtensionBrowser): Promise<void> {
  await inOwnPage(browser, clearAll);
}

// Runs in the page.
async function readRows(json: string): Promise<string> {
  const names = JSON.parse(json) as string[];
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sayso');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('it did not open'));
  });
  const stores = database.transaction(names);
  const rows = await Promise.all(
    names.map(
      (name) =>
        new Promise<[string, unknown[]]>((resolve, reject) => {
          const request = stores.objectStore(name).getAll();
          request.onsuccess = () => resolve([name, request.result as unknown[]]);
          request.onerror = () => reject(request.error ?? new Error('it was not read'));
        }),
    ),
  );
  database.close();
  return JSON.stringify(Object.fromEntries(rows));
}

// Runs in the page.
async function clearAll(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sayso');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('it did not open'));
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
    for (const name of database.objectStoreNames) {
      transaction.objectStore(name).clear();
    }
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('it was not cleared'));
  });
  database.close();
}
