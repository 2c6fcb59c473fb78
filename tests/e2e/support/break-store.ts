/** What can happen to a database, done to Sayso's from one of its own pages, where no script of Sayso's runs. */
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { inOwnPage } from './in-own-page.ts';

const NAME = 'sayso';

/** What `useBrowser` must be given for {@link fillDisk}: how much there is room for, in kilobytes. */
export const SMALL_DISK = { prefs: { 'dom.quotaManager.temporaryStorage.fixedLimit': 12_288 } } as const;

/**
 * Leaves the browser no room for anything that Sayso writes.
 *
 * @returns makes room again
 */
export async function fillDisk(browser: ExtensionBrowser): Promise<() => Promise<void>> {
  const page = await browser.openExtensionPage('icons/sayso.svg');
  await page.evaluate(openFiller);
  if (browser.name === 'chromium') {
    const session = await page.createCDPSession();
    const origin = browser.extensionOrigin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // It believes for half a minute what it knew of the room.
    await page.evaluate(fill, 1 << 10, 500);
    return async () => {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await page.close();
    };
  }
  await page.evaluate(fill, 1 << 20, 0);
  return async () => {
    await page.evaluate(emptyFiller);
    await page.close();
  };
}

// Runs in the page.
function openFiller(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('filler');
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true });
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
    opening.onerror = () => reject(opening.error ?? new Error('it could not be opened'));
  });
}

// Runs in the page: ever smaller pieces, until not even the smallest fits. Firefox closes what has met the limit.
async function fill(largest: number, pauseMs: number): Promise<void> {
  const fits = (bytes: number): Promise<boolean> =>
    new Promise((resolve) => {
      // Random, since zeros would be stored in no room at all.
      const piece = new Uint8Array(bytes);
      for (let from = 0; from < bytes; from += 65_536) {
        crypto.getRandomValues(piece.subarray(from, from + 65_536));
      }
      const opening = indexedDB.open('filler');
      opening.onerror = () => resolve(false);
      opening.onsuccess = () => {
        const database = opening.result;
        const end = (isIn: boolean): void => {
          database.close();
          resolve(isIn);
        };
        const transaction = database.transaction('bytes', 'readwrite');
        transaction.objectStore('bytes').add(piece);
        transaction.oncomplete = () => end(true);
        transaction.onabort = () => end(false);
      };
    });
  for (let bytes = largest; bytes >= 1; bytes = Math.floor(bytes / 4)) {
    while (await fits(bytes)) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

// Runs in the page.
function emptyFiller(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('filler');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error ?? new Error('it could not be deleted'));
  });
}

/** Deletes the database, as the browser does when the person has it clear Sayso's data. */
export function deleteDatabase(browser: ExtensionBrowser): Promise<void> {
  return inOwnPage(
    browser,
    (name) =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error ?? new Error('it could not be deleted'));
      }),
    NAME,
  );
}

/**
 * Opens the database at a version of its own and keeps it open, deaf to whoever would like another.
 *
 * @param isAnew - deletes what there is in the same breath, so that nobody can make another in between
 * @returns the page that has it open: closing it lets it go
 */
export async function holdVersion(browser: ExtensionBrowser, version: number, isAnew = false): Promise<Page> {
  const page = await browser.openExtensionPage('icons/sayso.svg');
  await page.evaluate(
    (name, at, doDelete) =>
      new Promise<void>((resolve, reject) => {
        if (doDelete) {
          indexedDB.deleteDatabase(name);
        }
        const opening = indexedDB.open(name, at);
        opening.onsuccess = () => {
          Object.assign(globalThis, { saysoHeld: opening.result });
          resolve();
        };
        opening.onerror = () => reject(opening.error ?? new Error('it could not be opened'));
      }),
    NAME,
    version,
    isAnew,
  );
  return page;
}
