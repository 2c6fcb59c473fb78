import type { Browser } from 'webextension-polyfill';
import type { Work } from '../../../src/platform/work-mark.ts';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { find, openDashboard, press } from './actions.ts';
import { inOwnPage } from './in-own-page.ts';

/** Whether something is noted as under way, or as left. */
export function isMarked(browser: ExtensionBrowser, work: Work): Promise<boolean> {
  return inOwnPage(
    browser,
    async (key) => {
      const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
      return key in (await (global.browser ?? global.chrome).storage.local.get());
    },
    work,
  );
}

/** Fails where the store does not hold together: Sayso's own check of all that must hold says so. */
export async function isSound(browser: ExtensionBrowser): Promise<void> {
  const page = await openDashboard(browser, 'backup');
  await press(page, 'sayso-health >>> #check');
  await find(page, 'sayso-health >>> #sound');
  await page.close();
}
