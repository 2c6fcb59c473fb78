import { browser } from './browser.ts';

/** How many asks wait for the person, on the toolbar button; nothing for none. */
export async function showWaiting(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(Math.min(count, 99)) });
}
