import type { Browser } from 'webextension-polyfill';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { until } from '../../support/browsers/until.ts';

/** What the background is told to keep of itself. It is forgotten with it. */
interface Noted {
  saysoHeard?: string[];
  saysoCommits?: number;
  saysoWindows?: number;
}

/** From now on the background notes which calls it hears, on any wire; of a page's port, if that is opened from now on. */
export async function noteCalls(browser: ExtensionBrowser): Promise<void> {
  await browser.inBackground(() => {
    const noted = globalThis as Noted;
    const heard: string[] = [];
    noted.saysoHeard = heard;
    const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
    const { runtime } = global.browser ?? global.chrome;
    const note = (message: unknown): undefined => {
      heard.push((message as { call: string }).call);
      return undefined;
    };
    runtime.onMessage.addListener(note);
    runtime.onConnect.addListener((port) => port.onMessage.addListener(note));
  });
}

/** Waits until the background has heard a call since `noteCalls`. */
export function heardCall(browser: ExtensionBrowser, call: string): Promise<boolean> {
  return until(`the background to hear ${call}`, () =>
    browser.inBackground((name) => (globalThis as Noted).saysoHeard?.includes(name) === true, call),
  );
}

/** From now on the background writes and never learns that it has written, so that nobody hears of it. */
export async function loseCommits(browser: ExtensionBrowser): Promise<void> {
  await browser.inBackground(() => {
    const noted = globalThis as Noted;
    noted.saysoCommits = 0;
    const { prototype } = IDBTransaction;
    const { set } = Object.getOwnPropertyDescriptor(prototype, 'oncomplete') ?? {};
    Object.defineProperty(prototype, 'oncomplete', {
      configurable: true,
      set(this: IDBTransaction, listener: () => void) {
        const lost = (): void => {
          noted.saysoCommits = (noted.saysoCommits ?? 0) + 1;
        };
        set?.call(this, this.mode === 'readwrite' ? lost : listener);
      },
    });
  });
}

export function hasCommitted(browser: ExtensionBrowser): Promise<boolean> {
  return until('the background to have written', () =>
    browser.inBackground(() => ((globalThis as Noted).saysoCommits ?? 0) > 0),
  );
}

/**
 * From now on the background never learns what became of a window that it opens.
 *
 * @param doOpen - whether it comes to be
 */
export async function loseWindows(browser: ExtensionBrowser, doOpen = false): Promise<void> {
  await browser.inBackground((isReal) => {
    const noted = globalThis as Noted;
    noted.saysoWindows = 0;
    const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
    const { windows } = global.browser ?? global.chrome;
    const create = windows.create.bind(windows);
    windows.create = async (data) => {
      await (isReal ? create(data) : undefined);
      noted.saysoWindows = (noted.saysoWindows ?? 0) + 1;
      return new Promise(() => undefined);
    };
  }, doOpen);
}

export function hasLostWindow(browser: ExtensionBrowser): Promise<boolean> {
  return until('the background to open a window', () =>
    browser.inBackground(() => ((globalThis as Noted).saysoWindows ?? 0) > 0),
  );
}
