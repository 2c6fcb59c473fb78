import type { Browser } from 'webextension-polyfill';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { inOwnPage } from './in-own-page.ts';

/** All that Sayso holds in one profile. Two of them can be compared: nothing was changed between. */
export interface Held {
  /** The rows of each table of the database, by key. Empty while there is no database. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** `storage.session`: pending asks, choices, notices. */
  readonly session: Readonly<Record<string, unknown>>;
  /** The scripts that are registered, with where they run. */
  readonly scripts: readonly { readonly id: string; readonly matches?: readonly string[] }[];
  /** The host patterns that the browser lets Sayso have. */
  readonly patterns: readonly string[];
}

/** Reads it from one of Sayso's own pages, as nobody else can. */
export async function readHeld(browser: ExtensionBrowser): Promise<Held> {
  return inOwnPage(browser, readAll);
}

/** Whether an ask waits for the person. */
export function pendingAsks({ session }: Held): readonly unknown[] {
  const asks = (session['asks'] ?? []) as readonly { readonly decidedAtMs?: number }[];
  return asks.filter(({ decidedAtMs }) => decidedAtMs === undefined);
}

// Runs in the page.
async function readAll(): Promise<Held> {
  const { browser, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser };
  const api = browser ?? chrome;
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('it failed without a reason'));
    });
  const tables: Record<string, Record<string, unknown>[]> = {};
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    const names = [...database.objectStoreNames];
    const transaction = names.length > 0 ? database.transaction(names) : undefined;
    for (const table of names) {
      const rows = transaction?.objectStore(table).getAll() as IDBRequest<Record<string, unknown>[]> | undefined;
      tables[table] = rows ? await settled(rows) : [];
    }
    database.close();
  }
  const scripts = await api.scripting.getRegisteredContentScripts();
  return {
    tables,
    session: await api.storage.session.get(),
    scripts: scripts.map(({ id, matches = [] }) => ({ id, matches })),
    patterns: (await api.permissions.getAll()).origins ?? [],
  };
}
