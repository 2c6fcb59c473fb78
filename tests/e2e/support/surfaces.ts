/** What the browser does when the background opens Sayso's prompt. Forgotten with the background. */
import type { Browser, Tabs, Windows } from 'webextension-polyfill';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';

type Refused = 'bounds' | 'windows' | 'tabs';

/** The browser's own functions, and whom the background asked in vain. */
interface Kept {
  saysoReal?: { readonly window: Windows.Static['create']; readonly tab: Tabs.Static['create'] };
  saysoRefused?: Refused[];
}

/** From now on the browser makes no window with bounds, or none at all, or no tab either. */
export async function refuseSurfaces(browser: ExtensionBrowser, ...refused: readonly Refused[]): Promise<void> {
  await browser.inBackground(
    (...kinds: readonly Refused[]) => {
      const kept = globalThis as Kept;
      const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
      const { windows, tabs } = global.browser ?? global.chrome;
      const { window, tab } = (kept.saysoReal ??= { window: windows.create, tab: tabs.create });
      const asked: Refused[] = [];
      kept.saysoRefused = asked;
      const refuse = (kind: Refused, message: string): void => {
        if (kinds.includes(kind)) {
          asked.push(kind);
          throw new Error(message);
        }
      };
      windows.create = (...args) => {
        refuse('windows', 'No window now.');
        if (args[0]?.width !== undefined) {
          refuse('bounds', 'Bounds must be at least 50% within visible screen space.');
        }
        return window.apply(windows, args);
      };
      tabs.create = (...args) => {
        refuse('tabs', 'No tab now.');
        return tab.apply(tabs, args);
      };
    },
    ...refused,
  );
}

/** What the browser has refused since then, in this order. */
export function refusedSurfaces(browser: ExtensionBrowser): Promise<readonly Refused[]> {
  return browser.inBackground(() => (globalThis as Kept).saysoRefused ?? []);
}

/** From now on the windows that the background opens open, and it never learns of it. */
export async function openUnheard(browser: ExtensionBrowser): Promise<void> {
  await browser.inBackground(() => {
    const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
    const { windows } = global.browser ?? global.chrome;
    const create = windows.create.bind(windows);
    windows.create = (options) => {
      void create(options);
      return new Promise(() => undefined);
    };
  });
}
