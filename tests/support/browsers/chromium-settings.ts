import type { Browser } from 'puppeteer-core';
import { until } from './until.ts';

/** The API of the browser's own page of extensions, as far as it is used here. */
export interface DeveloperPrivate {
  addHostPermission(id: string, host: string): Promise<void>;
  removeHostPermission(id: string, host: string): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string; hostAccess: 'ON_ALL_SITES' }): Promise<void>;
  reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
  getExtensionInfo(id: string): Promise<{ runtimeErrors: { message: string; source: string }[] }>;
}

/** A file of the browser's page of extensions: it has the same API, and a quarter of a second is enough to show it. */
const PAGE = 'chrome://extensions/strings.m.js';

/**
 * Runs `body` in a page of the browser's own about extensions, opened out of sight: what a person can do there, it can.
 *
 * @param args - strings, handed to `body`
 */
export async function inSettings<Args extends readonly string[], Result>(
  browser: Browser,
  body: (...args: Args) => Promise<Result>,
  ...args: Args
): Promise<Result> {
  const session = await browser.target().createCDPSession();
  const { targetId } = await session.send('Target.createTarget', { url: PAGE, hidden: true });
  try {
    const target = await until('the page of extensions', () => browser.targets().find((one) => one.url() === PAGE));
    const page = await target.asPage();
    await until('the page of extensions to load', () =>
      page.evaluate(
        () =>
          'developerPrivate' in (globalThis as unknown as { chrome: object }).chrome &&
          document.readyState === 'complete',
      ),
    );
    return await page.evaluate(body as (...all: readonly string[]) => Promise<Result>, ...args);
  } finally {
    await session.send('Target.closeTarget', { targetId });
    await session.detach();
  }
}
