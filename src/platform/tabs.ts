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
  const ids = tabIds ?? idsOf(await browser.tabs.query({}));
  await Promise.all(ids.map((id) => browser.tabs.sendMessage(id, message, { frameId: 0 }).then(ignore, ignore)));
}

/**
 * Tells the tabs that show one of these origins, each what is for its own. A tab whose address the browser doesn't tell hears all of
 * it, as by {@link tellTabs}.
 */
export async function tellTabsOf<Origin extends string>(
  origins: readonly Origin[],
  messageFor: (origin: Origin) => unknown,
): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    origins.map((origin) => {
      const theirs = tabs.filter(({ url }) => !url || new URL(url).origin === origin);
      return tellTabs(messageFor(origin), idsOf(theirs));
    }),
  );
}

function idsOf(tabs: readonly { readonly id?: number | undefined }[]): number[] {
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

function ignore(): void {
  // Most tabs have no script of ours, and say so by failing.
}
