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

/**
 * Runs `body` in the browser's own page of extensions, opened out of sight: what a person can do there, it can.
 *
 * @param args - strings, handed to `body`
 */
export async function inSettings<Args extends readonly string[], Result>(
  browser: Browser,
  body: (...args: Args) => Promise<Result>,
  ...args: Args
): Promise<Result> {
  const session = await browser.target().createCDPSession();
  const url = 'chrome://extensions/';
  const { targetId } = await session.send('Target.createTarget', { url, hidden: true });
  try {
    const target = await until('the page of extensions', () => browser.targets().find((one) => one.url() === url));
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
