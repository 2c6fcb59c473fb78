/** What a person does with the files and folders of their own disk. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../../support/browsers/until.ts';

/** Where Firefox puts downloads without a word. Chromium is told by {@link downloadTo}. */
export function downloadPreferences(folder: string): Record<string, string | number | boolean> {
  return {
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
  };
}

/** Has Chromium put all downloads there without a word. */
export async function downloadTo(page: Page, folder: string): Promise<void> {
  const session = await page.browser().target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}

/** The text of a download, once it is on the disk, whole. */
export async function downloaded(folder: string, name: RegExp): Promise<{ name: string; text: string }> {
  return until(`${String(name)} among the downloads`, async () => {
    // What is under way has a name of its own, or nothing in it.
    const found = (await readdir(folder)).find((one) => name.test(one));
    const text = found === undefined ? '' : await readFile(join(folder, found), 'utf8');
    return found !== undefined && text !== '' && { name: found, text };
  });
}

/** Drops what is on the disk onto the middle of the page, as the file manager does. Chromium only. */
export async function dropFromDisk(page: Page, ...paths: readonly string[]): Promise<void> {
  const session = await page.createCDPSession();
  const { x, y } = await page.evaluate(() => ({ x: window.innerWidth / 2, y: window.innerHeight / 2 }));
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}
