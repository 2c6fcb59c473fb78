import type { Browser } from 'webextension-polyfill';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';

/**
 * Runs `body` with the rights of Sayso's own pages, in one where no script of Sayso's runs: its picture.
 * `body` may use only its arguments and globals; what it takes and returns travels as JSON.
 */
export async function inOwnPage<Args extends readonly unknown[], Result>(
  browser: ExtensionBrowser,
  body: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  const page = await browser.openExtensionPage('icons/sayso.svg');
  try {
    const run = page.evaluate.bind(page) as (...all: unknown[]) => Promise<Awaited<Result>>;
    return await run(body, ...args);
  } finally {
    await page.close();
  }
}

/** A reply as it came, or `undefined` when there was nobody to answer or no answer. */
export type Reply = { readonly ok?: boolean; readonly kind?: string; readonly [more: string]: unknown } | undefined;

/**
 * Sends messages to the background from the world of Sayso's own scripts in every frame of a tab that Sayso may reach:
 * as far as a page could ever come that had broken out into it.
 *
 * @param address - of the page in the tab
 * @returns the replies of each frame, the top one first
 */
export function sendFromScripts(
  browser: ExtensionBrowser,
  address: string,
  messages: readonly unknown[],
): Promise<readonly (readonly Reply[])[]> {
  return inOwnPage(
    browser,
    async (url, json) => {
      const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
      const api = global.browser ?? global.chrome;
      const tabs = await api.tabs.query({});
      const tab = tabs.find((one) => one.url === url);
      if (tab?.id === undefined) {
        throw new Error(`no tab shows ${url}`);
      }
      const frames = await api.scripting.executeScript({
        target: { tabId: tab.id, allFrames: true },
        func: async (list: readonly unknown[]) => {
          const here = globalThis as unknown as { browser?: Browser; chrome: Browser };
          const { runtime } = here.browser ?? here.chrome;
          const nothing = (): undefined => undefined;
          const send = (message: unknown): Promise<unknown> =>
            Promise.resolve(runtime.sendMessage(message)).catch(nothing);
          const call = (message: unknown): Promise<unknown> =>
            new Promise((resolve) => {
              const port = runtime.connect({ name: 'vendor' });
              port.onDisconnect.addListener(() => resolve(undefined));
              port.onMessage.addListener((answer: unknown) => {
                resolve((answer as unknown[])[1]);
                port.disconnect();
              });
              port.postMessage(message);
            });
          const isCall = (message: unknown): boolean => (message as { wire?: unknown } | null)?.wire === 'vendor';
          const replies = await Promise.all(list.map((message) => (isCall(message) ? call(message) : send(message))));
          return replies.map((reply) => reply as Reply | null).map((reply) => reply ?? undefined);
        },
        args: [JSON.parse(json) as readonly unknown[]],
      });
      frames.sort((left, right) => left.frameId - right.frameId);
      return frames.map(({ result }) => ((result ?? []) as (Reply | null)[]).map((reply) => reply ?? undefined));
    },
    address,
    JSON.stringify(messages), // Firefox's driver can't carry an object with a `toString` of its own.
  );
}
