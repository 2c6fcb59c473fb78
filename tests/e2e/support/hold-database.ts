import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';

/**
 * Keeps the database busy with a transaction over all of it, from one of Sayso's own pages: whatever reads or writes
 * waits, however often the background is started meanwhile.
 *
 * @returns lets it go again
 */
export async function holdDatabase(browser: ExtensionBrowser): Promise<() => Promise<void>> {
  const page = await browser.openExtensionPage('icons/sayso.svg');
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('sayso');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('it could not be opened'));
    });
    const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
    const meta = transaction.objectStore('meta');
    // A transaction without a request ends: there is always one under way.
    await new Promise<void>((held) => {
      const again = (): void => {
        held();
        if ('saysoLetGo' in globalThis) {
          database.close();
        } else {
          meta.count().onsuccess = again;
        }
      };
      meta.count().onsuccess = again;
    });
  });
  return async () => {
    await page.evaluate(() => {
      Object.assign(globalThis, { saysoLetGo: true });
    });
    await page.close();
  };
}
