import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';

/** Every page of Sayso's that shows an ask, in a window or a tab. */
export async function openPrompts(browser: ExtensionBrowser): Promise<readonly Page[]> {
  const pages = await browser.pages();
  return pages.filter(({ url }) => url.includes('/prompt.html')).map(({ page }) => page);
}
