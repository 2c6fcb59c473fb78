import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../tests/support/browsers/extension-browser.ts';

export const MATINEE = 'http://matinee.localhost';

/** The tab with Matinee's shelf, left open by an earlier step. */
export function shelfTab(browser: ExtensionBrowser): Promise<Page> {
  return browser.waitForPage(({ origin, pathname }) => origin === MATINEE && pathname === '/', 'the shelf');
}

/** The titles on the shelf, in their order. */
export function titlesOn(shelf: Page): Promise<string[]> {
  return shelf.$$eval('#shelf .title', (titles) => titles.map((title) => title.textContent));
}

/** What the shelf is ordered by: `house`, `taste` or `ratings`. */
export function orderOf(shelf: Page): Promise<string | undefined> {
  return shelf.$eval('#shelf', (list) => (list as HTMLElement).dataset['order']);
}
