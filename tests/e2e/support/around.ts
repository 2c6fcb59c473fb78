import type { Browser, Windows } from 'webextension-polyfill';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';

/** Where the person is in the browser, and what waits for them. */
export interface Around {
  readonly windowId: number | undefined;
  readonly tabId: number | undefined;
  /** What the toolbar button says. */
  readonly badge: string;
  /** The kind of window of each prompt that is open. */
  readonly prompts: readonly (string | undefined)[];
}

/**
 * Looks around from the background, which must be alive, so that looking changes nothing. What the background was about
 * to show, it has shown by then.
 */
export function lookAround(browser: ExtensionBrowser): Promise<Around> {
  return browser.inBackground(async () => {
    const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
    const { action, tabs, windows } = global.browser ?? global.chrome;
    // The background opens a prompt under this lock.
    await navigator.locks.request('sayso-prompt', () => undefined);
    const { id: windowId } = await windows.getLastFocused();
    const [tab] = await tabs.query({ active: true, ...(windowId !== undefined && { windowId }) });
    const all = await windows.getAll({ populate: true });
    const prompts = all.flatMap(({ type, tabs: inside = [] }) =>
      inside
        .filter(({ url, pendingUrl }) => `${url ?? ''} ${pendingUrl ?? ''}`.includes('/prompt.html'))
        .map(() => type),
    );
    return { windowId, tabId: tab?.id, badge: await action.getBadgeText({}), prompts };
  });
}

/** A new window, in which the person is from now on. @returns its id */
export async function openWindow(browser: ExtensionBrowser, url: string): Promise<number> {
  const id = await browser.inBackground(async (address) => {
    const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
    const window = await (global.browser ?? global.chrome).windows.create({ url: address, focused: true });
    return window.id;
  }, url);
  if (id === undefined) {
    throw new Error('the browser made no window');
  }
  return id;
}

/** What the person does with a window: put it away, fetch it back. */
export async function changeWindow(
  browser: ExtensionBrowser,
  windowId: number,
  change: Windows.UpdateUpdateInfoType,
): Promise<void> {
  await browser.inBackground(
    async (id, info) => {
      const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
      await (global.browser ?? global.chrome).windows.update(id, info);
    },
    windowId,
    change,
  );
}

export async function closeWindow(browser: ExtensionBrowser, windowId: number): Promise<void> {
  await browser.inBackground(async (id) => {
    const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
    await (global.browser ?? global.chrome).windows.remove(id);
  }, windowId);
}

/**
 * What the person does with a prompt's window that Chromium emptied when Sayso was loaded anew under it: it stays in
 * front of them, and as long as it does they are not at the page behind it.
 */
export async function closeEmptyWindows(browser: ExtensionBrowser): Promise<void> {
  await browser.inBackground(async () => {
    const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
    const { windows } = global.browser ?? global.chrome;
    const popups = await windows.getAll({ windowTypes: ['popup'] });
    await Promise.all(popups.flatMap(({ id }) => (id === undefined ? [] : [windows.remove(id)])));
  });
}
