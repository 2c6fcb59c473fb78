import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { until } from '../../support/browsers/until.ts';
import { inOwnPage } from './in-own-page.ts';
import { storedRows } from './stored.ts';

/** Waits until each vendor's thread stands so, by the vendor's name: its phase, and after it what the person was told of failures. */
export async function stand(browser: ExtensionBrowser, expected: Readonly<Record<string, string>>): Promise<void> {
  let seen: Readonly<Record<string, string>> = {};
  const written = (one: object): string => JSON.stringify(Object.entries(one).toSorted());
  try {
    await until('the threads to stand as they should', async () => {
      seen = await standing(browser);
      return written(seen) === written(expected);
    });
  } catch (cause) {
    throw new Error(`They stand ${written(seen)}`, { cause });
  }
}

async function standing(browser: ExtensionBrowser): Promise<Readonly<Record<string, string>>> {
  const { threads = [], messages = [] } = await storedRows(browser, ['threads', 'messages']);
  const rows = threads as readonly { id: string; vendor: string; thread: { phase: { kind: string } } }[];
  const entries = messages as readonly { threadId: string; entry: { notice?: { reason: string } } }[];
  return Object.fromEntries(
    rows.map(({ id, vendor, thread }) => {
      const told = entries.flatMap(({ threadId, entry }) =>
        threadId === id && entry.notice ? [entry.notice.reason] : [],
      );
      return [new URL(vendor).hostname.replace('.localhost', ''), [thread.phase.kind, ...told].join(': ')];
    }),
  );
}

/** The time of the next look at a vendor's status address has come. */
export function makeLookDue(browser: ExtensionBrowser, vendor: string): Promise<void> {
  return inOwnPage(browser, makeDue, vendor);
}

// Runs in the page.
async function makeDue(vendor: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sayso');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('it did not open'));
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('threads', 'readwrite');
    const store = transaction.objectStore('threads');
    const all = store.getAll();
    all.onsuccess = () => {
      for (const row of all.result as { vendor: string; dueAtMs?: number; thread: { poll?: { next: object } } }[]) {
        if (row.vendor === vendor && row.thread.poll) {
          row.dueAtMs = 0;
          row.thread.poll.next = { dueAtMs: 0 };
          store.put(row);
        }
      }
    };
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('it was not kept'));
  });
  database.close();
}
