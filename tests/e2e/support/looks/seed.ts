import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type AppContext, openContext } from '../../../../src/app/context.ts';
import type { ExtensionBrowser } from '../../../support/browsers/extension-browser.ts';
import { until } from '../../../support/browsers/until.ts';
import { openDashboard } from '../actions.ts';
import { inOwnPage } from '../in-own-page.ts';

/** A clock that stands where it is put. */
export interface SeedContext extends AppContext {
  readonly clock: { nowMs(): number; set(ms: number): void };
}

/**
 * Fills the browser's database in place of what was there: with what `fill` does, by Sayso's own use-cases, in memory.
 * Pages that are open don't hear of it.
 */
export async function seed(browser: ExtensionBrowser, fill: (context: SeedContext) => Promise<void>): Promise<void> {
  const dashboard = await openDashboard(browser, 'about');
  await until('the database', () => dashboard.evaluate(hasDatabase));
  await dashboard.close();
  await inOwnPage(browser, putRows, JSON.stringify(await rowsOf(fill)));
}

type Rows = Readonly<Record<string, readonly { readonly key?: string }[]>>;

async function rowsOf(fill: (context: SeedContext) => Promise<void>): Promise<Rows> {
  let nowMs = Date.now();
  const clock = {
    nowMs: () => nowMs,
    set: (ms: number) => {
      nowMs = ms;
    },
  };
  const context = openContext({ session: 'seed', clock, indexedDB: new IDBFactory(), IDBKeyRange });
  await fill({ ...context, clock });
  const entries = await Promise.all(
    context.database.tables.map(async (table) => [table.name, (await table.toArray()) as { key?: string }[]] as const),
  );
  context.database.close();
  // Bytes are no JSON, and each copy makes its own.
  return Object.fromEntries(entries.map(([name, rows]) => [name, rows.filter(({ key }) => key !== 'secret')]));
}

// Runs in the page.
async function hasDatabase(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === 'sayso');
}

// Runs in the page.
async function putRows(json: string): Promise<void> {
  const all = JSON.parse(json) as Record<string, unknown[]>;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sayso');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('it did not open'));
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(Object.keys(all), 'readwrite');
    for (const [table, rows] of Object.entries(all)) {
      const store = transaction.objectStore(table);
      store.clear();
      rows.forEach((row) => store.put(row));
    }
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('it was not kept'));
  });
  database.close();
}
