import { browser } from './browser.ts';

/** Closes the page of Sayso's that calls it: its tab, and with it a window that holds no other. A popup has no tab. */
export async function closeOwnPage(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab.id === undefined) {
    window.close();
  } else {
    await browser.tabs.remove(tab.id);
  }
}
