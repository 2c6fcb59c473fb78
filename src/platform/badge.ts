import { browser } from './browser.ts';

/**
 * How much waits for the person, on the toolbar button; nothing for none. Asks and news are counted by different parts of Sayso,
 * which may die in between: each leaves its own count in the session.
 */
export async function showWaiting(of: 'asks' | 'news', count: number): Promise<void> {
  const { session } = browser.storage;
  await session.set({ [`badge-${of}`]: count });
  // Read after its own is there: of two at one time the later shows both.
  const all = await session.get({ 'badge-asks': 0, 'badge-news': 0 });
  const sum = Object.values(all).reduce((total: number, one) => total + Number(one), 0);
  await browser.action.setBadgeText({ text: sum === 0 ? '' : String(Math.min(sum, 99)) });
}
