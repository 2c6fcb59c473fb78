/** What a person does on the Import page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { find } from './actions.ts';
import { inOwnPage } from './in-own-page.ts';

/** A file of `tests/fixtures/imports`. */
export function fixture(name: string): string {
  return resolve('tests/fixtures/imports', name);
}

/** A file of the test's own, gone after it. @returns where it is */
export async function ownFile(name: string, content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sayso-import-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

/** The ratings of so many films, as Letterboxd has them. */
export function manyFilms(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `2024-03-09,Film number ${index},${1950 + (index % 70)},https://boxd.it/x${index},${(index % 10) / 2 + 0.5}`,
  );
  return ['Date,Name,Year,Letterboxd URI,Rating', ...rows].join('\n');
}

/** Chooses files in the page's own field. */
export async function giveFiles(page: Page, ...paths: readonly string[]): Promise<void> {
  const field = (await find(page, 'sayso-import-drop >>> #files')) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(...paths);
}

/** Drops a file somewhere on the page. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (called, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], called));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );
}

/** How many records a table holds, whatever they are. */
export function countRecords(browser: ExtensionBrowser, table: string): Promise<number> {
  return inOwnPage(
    browser,
    (name) =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('sayso');
        opening.onerror = () => fail(opening.error ?? new Error('it did not open'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            opening.result.close();
            done(counting.result);
          };
          counting.onerror = () => fail(counting.error ?? new Error('it was not counted'));
        };
      }),
    table,
  );
}
