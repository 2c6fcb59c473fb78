import type { Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

export type ColorScheme = 'light' | 'dark';

/** How large a browser window is at the start, in CSS pixels, with the browser's own bars. */
export const WINDOW = { width: 1280, height: 900 } as const;

export interface LaunchOptions {
  readonly browser: BrowserName;
  /** An unpacked extension: a folder with a `manifest.json`. */
  readonly extensionDir: string;
  /**
   * A loopback HTTP server that understands absolute-form requests. Every `http:` request goes there, whatever its host
   * and port; `https:` is tunnelled there too, and refused by it. Without one, no page can reach anything.
   */
  readonly proxyPort?: number;
  /** A profile that is kept after `close()`. Without one, it is made in the temporary folder and removed. */
  readonly userDataDir?: string;
  /** What a temporary profile begins as: the folder of one that is not in use. Without one, it is new. */
  readonly profile?: string;
  /** Default `true`. */
  readonly headless?: boolean;
  /**
   * A person sits before it (`npm start`): the network is theirs to use, and dialogs are theirs to answer.
   * Default `false`: see `proxyPort` and `grantPermission`.
   */
  readonly isForPerson?: boolean;
  /** The browser's language, as a BCP 47 tag. Default `en-US`. */
  readonly language?: string;
  /** More command-line arguments. */
  readonly args?: readonly string[];
  /** More preferences (Firefox only). */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * One real browser with one unpacked extension in it. The same in Chromium and Firefox, so that a test is written once.
 *
 * Every wait is for a condition and bounded; one that fails says what it waited for.
 */
export interface ExtensionBrowser {
  readonly name: BrowserName;
  /** As the browser says it: `156.0.8078.79`. */
  readonly version: string;
  /** Scheme and host of the extension's own pages, without a slash at the end. */
  readonly extensionOrigin: string;

  /** A new tab in front; with `url`, when that has loaded. */
  page(url?: string): Promise<Page>;
  /** `path` within the extension, like `dashboard.html#sites`, as an address. */
  extensionUrl(path: string): string;
  /** A page of the extension in a new tab, when it has loaded. */
  openExtensionPage(path: string): Promise<Page>;
  /** Every tab, prompt window and popup there is, with its address. */
  pages(): Promise<readonly OpenPage[]>;
  /** The first page, already there or yet to come, whose address satisfies `matches`. */
  waitForPage(matches: (url: URL) => boolean, what?: string): Promise<Page>;
  /** Closes a page of the extension that opens by itself, as soon as it is there; its address has nothing behind the path. */
  closeOwnPage(path: string): Promise<void>;
  /** Waits until `page` is gone: closed by itself, by the extension, or by the browser. */
  waitForClosed(page: Page): Promise<void>;

  /**
   * Runs `body` for each closed shadow root of `page`, in document order, as only a debugger can. That is where the
   * person's stars are on a site. `body` may use only its argument and globals; what it returns travels as JSON.
   */
  inClosedRoots<Result>(page: Page, body: (root: ShadowRoot) => Result): Promise<Awaited<Result>[]>;

  /** `page` is drawn for a person who prefers this. */
  setColorScheme(page: Page, scheme: ColorScheme): Promise<void>;

  /** The toolbar button is pressed over `tab`, and the real popup is returned, with `activeTab` given as by a person. */
  openPopup(tab: Page): Promise<Page>;

  /**
   * Prepares that a later click which calls `permissions.request` for exactly this pattern (`http://shop.localhost/*`)
   * resolves `true`. The browser's dialog can't be clicked headless; all that follows is real.
   * What was not prepared: Firefox answers `false` at once, Chromium never answers.
   */
  grantPermission(pattern: string): Promise<void>;
  /** The person takes a host permission back in the browser's own screens. */
  removePermission(pattern: string): Promise<void>;
  /**
   * Gives all that the manifest lists as optional, as the person can in Firefox's add-on manager. Chromium's switch 'On
   * all sites' is turned on, but gives nothing that was not asked for before: the rest is given as if the extension had
   * asked for all of it and the person had said yes.
   */
  grantEverySite(): Promise<void>;

  /** Ends the service worker or event page, as the browser does with an idle one, whatever it is doing. */
  killBackground(): Promise<void>;
  isBackgroundAlive(): Promise<boolean>;
  /** Runs `body` in the background, which must be alive. `body` may use only its arguments and globals. */
  inBackground<Args extends readonly unknown[], Result>(
    body: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** The extension starts anew under its open pages, as after an update. Its own pages close. */
  reloadExtension(): Promise<void>;
  /** Quits the browser in good order and starts it again on the same profile. Pages of before are gone. */
  restart(): Promise<void>;

  /** Installs another extension beside this one, from a folder with a `manifest.json`. */
  installOther(dir: string): Promise<OtherExtension>;

  /** Waits until the browser has gone, without limit: because the person closed it, or `close()` did. */
  waitForExit(): Promise<void>;
  /** What the browser and its consoles have to say, for the log of a test that failed. */
  diagnose(): Promise<string>;
  /** Ends this browser, and only this one, and removes its profile if that was temporary. */
  close(): Promise<void>;
}

/** Another extension in the same browser. */
export interface OtherExtension {
  readonly id: string;
  /** A page of it in a new tab, when it has loaded. */
  open(path: string): Promise<Page>;
}

export interface OpenPage {
  readonly page: Page;
  readonly url: string;
}
