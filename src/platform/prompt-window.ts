import type { Origin } from '../domain/ids.ts';
import { browser } from './browser.ts';
import { originOfTab } from './tabs.ts';

const PAGE = 'src/ui/prompt/prompt.html';
const SIZE = { width: 480, height: 720 } as const;

export interface PromptSurface {
  readonly windowId?: number;
  readonly promptTabId?: number;
}

/**
 * Opens Sayso's own window for one ask. A browser that will not make one ('Bounds must be at least 50% within visible
 * screen space', a phone without windows) gets it without bounds, then as a tab.
 *
 * @returns `undefined` where the browser makes none of them now
 */
export async function openPromptWindow(askId: string): Promise<PromptSurface | undefined> {
  const url = addressOf(askId);
  for (const bounds of [SIZE, {}]) {
    try {
      const window = await browser.windows.create({ url, type: 'popup', ...bounds });
      if (window.id !== undefined) {
        return { windowId: window.id };
      }
    } catch (thrown) {
      console.warn('Sayso could not open its window', thrown);
    }
  }
  try {
    const tab = await browser.tabs.create({ url, active: true });
    return tab.id === undefined ? undefined : { promptTabId: tab.id };
  } catch (thrown) {
    console.warn('Sayso could not open its window', thrown);
    return undefined;
  }
}

/** The asks whose prompts are open. Of its own pages, and no others, the browser tells the address without any permission. */
export async function openPrompts(): Promise<ReadonlySet<string>> {
  const start = addressOf('');
  // One that has just been opened has its address still before it (Chrome).
  const addresses = (await browser.tabs.query({})).flatMap(({ url, pendingUrl }) => [url, pendingUrl]);
  return new Set(
    addresses.flatMap((address) =>
      address?.startsWith(start) ? [decodeURIComponent(address.slice(start.length))] : [],
    ),
  );
}

function addressOf(askId: string): string {
  return browser.runtime.getURL(`${PAGE}?id=${encodeURIComponent(askId)}`);
}

export async function isSurfaceOpen({ windowId, promptTabId }: PromptSurface): Promise<boolean> {
  try {
    if (windowId !== undefined) {
      await browser.windows.get(windowId);
      return true;
    }
    if (promptTabId !== undefined) {
      await browser.tabs.get(promptTabId);
      return true;
    }
    return false;
  } catch {
    // Gone: the browser says so by failing.
    return false;
  }
}

/**
 * Whether the person is at this tab: the one that its window shows, in the window they were in last, and still on
 * `origin`. The browser tells the address, since the site was chosen; where it doesn't, the site is no longer Sayso's
 * to prompt for.
 */
export async function isTabShown(tabId: number, origin: Origin): Promise<boolean> {
  try {
    const { active, windowId } = await browser.tabs.get(tabId);
    return active && (await isWindowInFront(windowId)) && (await originOfTab(tabId)) === origin;
  } catch {
    // Gone: the browser says so by failing.
    return false;
  }
}

/**
 * Whether it is the browser's window that the person was in last, and they have not put it away: a prompt over any other
 * would take them from where they are. `focused` would be wrong while the toolbar's popup is open.
 */
async function isWindowInFront(windowId: number | undefined): Promise<boolean> {
  // Firefox for Android has no windows: what is shown there is in front.
  const windows = browser.windows as typeof browser.windows | undefined;
  if (!windows) {
    return true;
  }
  const { id, state } = await windows.getLastFocused();
  return id === windowId && state !== 'minimized';
}

export async function isTabOpen(tabId: number): Promise<boolean> {
  try {
    await browser.tabs.get(tabId);
    return true;
  } catch {
    // As above.
    return false;
  }
}
