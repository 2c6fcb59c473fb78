import { browser } from './browser.ts';

export interface ActivePage {
  readonly tabId: number;
  /** What `activeTab` lets Sayso see of the address: absent on the browser's own pages. */
  readonly url: string | undefined;
  readonly title: string | undefined;
}

/** The page the toolbar button was pressed on. */
export async function activePage(): Promise<ActivePage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { tabId: tab.id, url: tab.url, title: tab.title };
}

/** The origin of what a tab shows: known of chosen sites only, since of others the browser tells no address. */
export async function originOfTab(tabId: number): Promise<string | undefined> {
  const { url } = await browser.tabs.get(tabId);
  return url === undefined ? undefined : new URL(url).origin;
}

/** Loads a tab again, so that scripts that must start before the page's own do. */
export function reloadTab(tabId: number): Promise<void> {
  return browser.tabs.reload(tabId);
}

/** Opens one of Sayso's own pages: `src/ui/dashboard/dashboard.html#sites`. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

/** Tells every tab, or some, and minds nothing of those that have no ear. */
export async function tellTabs(message: unknown, tabIds?: readonly number[]): Promise<void> {
  const ids = tabIds ?? (await browser.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id]));
  await Promise.all(ids.map((id) => browser.tabs.sendMessage(id, message, { frameId: 0 }).then(ignore, ignore)));
}

function ignore(): void {
  // Most tabs have no script of ours, and say so by failing.
}
