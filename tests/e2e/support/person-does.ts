import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type AppContext, openContext } from '../../../src/app/context.ts';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { inOwnPage } from './in-own-page.ts';
import { storedRows } from './stored.ts';

/** What a use-case of requests reads and writes. */
const TABLES = ['requests', 'requestVersions', 'threads', 'messages', 'outbox', 'orders', 'vendors', 'meta'] as const;

/**
 * The person does something in a request, by Sayso's own use-cases, over what the browser's database holds: in memory, and then it
 * is put back. Keys and all that is not of requests stay where they are. Nothing else may write meanwhile.
 */
export async function personDoes(
  browser: ExtensionBrowser,
  does: (context: AppContext) => Promise<unknown>,
): Promise<void> {
  const context = openContext({ session: 'person', indexedDB: new IDBFactory(), IDBKeyRange });
  await context.database.open();
  const stored = await storedRows(browser, TABLES);
  for (const table of TABLES) {
    const rows = (stored[table] ?? []).filter(({ key }) => key !== 'secret');
    await context.database.table(table).bulkPut(rows);
  }
  await does(context);
  const changed = await Promise.all(
    TABLES.map(async (table) => [table, await context.database.table(table).toArray()]),
  );
  context.database.close();
  await inOwnPage(browser, putRows, JSON.stringify(Object.fromEntries(changed)));
}

// Runs in the page.
async function putRows(json: string): Promise<void> {
  const all = JSON.parse(json) as Record<string, readonly { readonly key?: string }[]>;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sayso');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('it did not open'));
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(Object.keys(all), 'readwrite');
    for (const [table, rows] of Object.entries(all)) {
      const store = transaction.objectStore(table);
      // What is done is not to be done any more. The bytes of this device in `meta` are no JSON, and stay.
      if (table === 'outbox') {
        store.clear();
      }
      rows.filter(({ key }) => key !== 'secret').forEach((row) => store.put(row));
    }
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('it was not kept'));
  });
  database.close();
}
