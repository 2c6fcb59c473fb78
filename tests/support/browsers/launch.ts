import { findBrowser } from '../../../scripts/lib/find-browsers.mjs';
import { launchChromium } from './chromium.ts';
import type { ExtensionBrowser, LaunchOptions } from './extension-browser.ts';
import { launchFirefox } from './firefox.ts';

/**
 * Starts a real browser, headless unless told otherwise, with one unpacked extension.
 *
 * @throws {Error} when the browser is missing, too old, or does not take the extension
 */
export function launch(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { path } = findBrowser(options.browser);
  return options.browser === 'chromium' ? launchChromium(path, options) : launchFirefox(path, options);
}
