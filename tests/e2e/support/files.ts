import type { Page } from 'puppeteer-core';
import { until } from '../../support/browsers/until.ts';
import { find } from './actions.ts';

interface FileWindow extends Window {
  saysoFiles?: { name: string; blob: Blob }[];
  showDirectoryPicker?: () => Promise<FileSystemDirectoryHandle>;
}

/** From now on what the page hands to the browser as a download is kept for the test instead. */
export async function catchDownloads(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = ((window as FileWindow).saysoFiles ??= []);
    const blobs = new Map<string, Blob>();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      const url = create(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function click() {
      const blob = blobs.get(this.href);
      if (blob) {
        kept.push({ name: this.download, blob });
      }
    };
  });
}

/** What was caught so far, once there is so much. */
export async function caught(page: Page, count: number): Promise<readonly { name: string; text: string }[]> {
  await until(`${count} files`, () =>
    page.evaluate((most) => ((window as FileWindow).saysoFiles ?? []).length >= most, count),
  );
  return page.evaluate(() =>
    Promise.all(
      ((window as FileWindow).saysoFiles ?? []).map(async ({ name, blob }) => ({ name, text: await blob.text() })),
    ),
  );
}

/** As if the person had chosen this file in a field. */
export async function chooseFile(page: Page, selector: string, name: string, base64: string): Promise<void> {
  const field = await find(page, selector);
  await field.evaluate(
    (element, fileName, content) => {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      (element as HTMLInputElement).files = transfer.files;
      element.dispatchEvent(new Event('change'));
    },
    name,
    base64,
  );
}

/** The person's folder is the browser's private one: it can be picked without a dialog, and looked into. */
export async function lendFolder(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as FileWindow).showDirectoryPicker = () => navigator.storage.getDirectory();
    const granted = { value: async () => 'granted', configurable: true };
    Object.defineProperty(FileSystemHandle.prototype, 'queryPermission', granted);
    Object.defineProperty(FileSystemHandle.prototype, 'requestPermission', granted);
  });
}

/** A file of that folder, as base64; `undefined` while it is not there. */
export function fileInFolder(page: Page, name: string): Promise<string | undefined> {
  return page.evaluate(async (fileName) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(fileName).catch(() => undefined);
    const file = await handle?.getFile();
    if (!file || file.size === 0) {
      return undefined;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, name);
}
