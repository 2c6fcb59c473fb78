import type { Page } from 'puppeteer-core';
import { textsOf } from '../../tests/e2e/support/actions.ts';
import type { ExtensionBrowser } from '../../tests/support/browsers/extension-browser.ts';

/** One that quotes at once, and one that sends the person on. */
export const BRIGHT_WHEEL = 'http://bright-wheel.localhost';
export const CROOKED_LANE = 'http://crooked-lane.localhost';

/** The dashboard with the one intention of the story, left open by an earlier step. */
export function intentionTab(browser: ExtensionBrowser): Promise<Page> {
  return browser.waitForPage(({ hash }) => /^#intentions\/[\da-f-]{36}$/u.test(hash), 'the page of the intention');
}

/** What the quotes come to, to the door, as they are shown. */
export function totalsOn(page: Page): Promise<string[]> {
  return textsOf(page, 'sayso-compare-quotes >>> sayso-quote-bank >>> strong.total');
}
