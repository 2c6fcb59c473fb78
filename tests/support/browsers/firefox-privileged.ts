/**
 * What the Firefox driver does inside Firefox itself, with the rights of the browser's own window.
 *
 * Each function is sent as text: it may use only its arguments and what that window has, and nothing of this file
 * but types. Arguments and results are JSON.
 */

/** What is kept in the browser between two calls. It lives as long as the browser. */
interface Memory {
  saysoPopups?: Map<string, XulBrowser>;
  saysoAllowed?: Set<string>;
}

interface XulBrowser extends Element {
  permanentKey: object | undefined;
  readonly browsingContext: { prefersColorSchemeOverride: string };
  readonly currentURI?: { readonly spec: string };
}

interface Panel extends Element {
  readonly state: string;
  hidePopup(): void;
}

interface NavigableManager extends Memory {
  getBrowserById(id: string): XulBrowser | null;
  getIdForBrowser(browser: XulBrowser): string;
}

interface BrowserWindow extends Window {
  readonly gBrowser: {
    readonly selectedBrowser: XulBrowser;
    readonly browsers: Iterable<XulBrowser>;
    getTabForBrowser(browser: XulBrowser): object;
    removeTab(tab: object): void;
  };
  readonly toolbar: { readonly visible: boolean };
}

interface Extension {
  readonly backgroundState: 'running' | 'starting' | 'stopped' | 'suspending';
  readonly views: Iterable<{ viewType: string; xulBrowser?: XulBrowser }>;
  terminateBackground(options: object): Promise<void>;
}

interface PermissionPrompt {
  readonly wrappedJSObject: {
    readonly id: string;
    readonly permissions: { readonly origins: string[]; readonly permissions: string[] };
    resolve(isAllowed: boolean): void;
  };
}

interface Permissions {
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
}

interface Modules {
  'chrome://remote/content/shared/NavigableManager.sys.mjs': { NavigableManager: NavigableManager };
  'resource://gre/modules/AddonManager.sys.mjs': {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: {
      apiManager: { global: { browserActionFor(extension: Extension): { triggerAction(window: Window): void } } };
    };
  };
  'resource://gre/modules/ExtensionPermissions.sys.mjs': {
    ExtensionPermissions: {
      add(id: string, permissions: Permissions, extension: Extension): Promise<void>;
      remove(id: string, permissions: Permissions, extension: Extension): Promise<void>;
    };
  };
  'resource:///modules/ExtensionsUI.sys.mjs': { ExtensionsUI: object };
}

declare const ChromeUtils: { importESModule<Name extends keyof Modules>(name: Name): Modules[Name] };
declare const WebExtensionPolicy: {
  getByID(id: string): { readonly extension: Extension; readonly mozExtensionHostname: string } | null;
};
declare const Services: {
  obs: {
    addObserver(observer: (subject: PermissionPrompt) => void, topic: string): void;
    removeObserver(observer: object, topic: string): void;
  };
  wm: { getEnumerator(type: string): Iterable<BrowserWindow> };
  locale: { availableLocales: string[]; requestedLocales: string[] };
  console: { getMessageArray(): { readonly message?: string }[] };
};

/** Lets the protocol reach pages outside tabs, the popup and the background, once they have been given a name. */
export function nameOuterPages(): void {
  const { NavigableManager: manager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const popups = new Map<string, XulBrowser>();
  const inTabs = manager.getBrowserById.bind(manager);
  manager.saysoPopups = popups;
  manager.getBrowserById = (name) => {
    const popup = popups.get(name);
    return popup?.isConnected ? popup : inTabs(name);
  };
}

/** The permission dialog is answered here instead of being shown: yes to exactly what was prepared. */
export function answerDialogs(id: string): void {
  const { NavigableManager: manager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const allowed = new Set<string>();
  manager.saysoAllowed = allowed;
  const topic = 'webextension-optional-permission-prompt';
  Services.obs.removeObserver(
    ChromeUtils.importESModule('resource:///modules/ExtensionsUI.sys.mjs').ExtensionsUI,
    topic,
  );
  Services.obs.addObserver(({ wrappedJSObject: prompt }) => {
    const { origins, permissions } = prompt.permissions;
    prompt.resolve(prompt.id === id && permissions.length === 0 && origins.every((pattern) => allowed.has(pattern)));
  }, topic);
}

export function allow(pattern: string): void {
  ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  ).NavigableManager.saysoAllowed?.add(pattern);
}

/** As the switches of the add-on manager do. */
export async function changePermission(id: string, verb: 'add' | 'remove', origins: string[]): Promise<void> {
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (!extension) {
    throw new Error('no such extension');
  }
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions[verb](id, { permissions: [], origins }, extension);
}

/** Presses the toolbar button in the window whose selected tab is `tab`, and says whether there is such a window. */
export function pressToolbarButton(id: string, tab: string): boolean {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    if (extension && NavigableManager.getIdForBrowser(window.gBrowser.selectedBrowser) === tab) {
      window.focus();
      ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      return true;
    }
  }
  return false;
}

/** The name of the selected tab of a window that has a bar of tabs. */
export function nameOfTab(): string {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    if (window.toolbar.visible) {
      return NavigableManager.getIdForBrowser(window.gBrowser.selectedBrowser);
    }
  }
  throw new Error('there is no window with tabs');
}

/** Begins to close every popup, and says whether none is left. */
export function closePopups(): boolean {
  let isNone = true;
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    for (const browser of window.document.querySelectorAll<XulBrowser>('browser[webextension-view-type=popup]')) {
      browser.closest<Panel>('panel')?.hidePopup();
      isNone = false;
    }
  }
  return isNone;
}

/** The name of the popup that is open, or `null` while there is none or it is still being made. */
export function nameOfPopup(): string | null {
  const { NavigableManager: manager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    for (const browser of window.document.querySelectorAll<XulBrowser>('browser[webextension-view-type=popup]')) {
      const panel = browser.closest<Panel>('panel');
      const isFinal = panel?.id !== 'webextension-remote-preload-panel' && panel?.state === 'open';
      if (isFinal && browser.currentURI && browser.currentURI.spec !== 'about:blank') {
        browser.permanentKey ??= {};
        const name = manager.getIdForBrowser(browser);
        manager.saysoPopups?.set(name, browser);
        return name;
      }
    }
  }
  return null;
}

/** The name of the event page, or `null` while it is asleep. */
export function nameOfBackground(id: string): string | null {
  const { NavigableManager: manager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  for (const { viewType, xulBrowser } of WebExtensionPolicy.getByID(id)?.extension.views ?? []) {
    if (viewType === 'background' && xulBrowser) {
      xulBrowser.permanentKey ??= {};
      const name = manager.getIdForBrowser(xulBrowser);
      manager.saysoPopups?.set(name, xulBrowser);
      return name;
    }
  }
  return null;
}

export function isOpen(name: string): boolean {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  return NavigableManager.getBrowserById(name) !== null;
}

export function stateOfBackground(id: string): string {
  return WebExtensionPolicy.getByID(id)?.extension.backgroundState ?? 'missing';
}

/** Scheme and host of an extension's own pages, or `null` while it is not there. */
export function originOf(id: string): string | null {
  const policy = WebExtensionPolicy.getByID(id);
  return policy && `moz-extension://${policy.mozExtensionHostname}`;
}

/** Ends the event page, even if it has just been used or is being looked at. */
export async function terminateBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id)?.extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
}

export async function reload(id: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(id)).reload();
}

/** What Firefox's own console says about this extension. */
export function complaints(origin: string): string[] {
  return Services.console
    .getMessageArray()
    .map(({ message }) => message ?? '')
    .filter((message) => message.includes(origin));
}

/** The address of every tab of the first window, as Firefox has it: a page that can't be asked is there, too. */
export function tabs(): string[] {
  const { gBrowser } = window as unknown as BrowserWindow;
  return [...gBrowser.browsers].map(({ currentURI }) => currentURI?.spec ?? 'no address');
}

/** Closes the tab of the first window that shows `url`, and says whether there was one. */
export function closeTab(url: string): boolean {
  const { gBrowser } = window as unknown as BrowserWindow;
  const shown = [...gBrowser.browsers].find(({ currentURI }) => currentURI?.spec === url);
  if (shown) {
    gBrowser.removeTab(gBrowser.getTabForBrowser(shown));
  }
  return shown !== undefined;
}

/** What one page is told that the person prefers. */
export function setColorScheme(name: string, scheme: 'light' | 'dark'): void {
  const { NavigableManager: manager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const browser = manager.getBrowserById(name);
  if (!browser) {
    throw new Error('the page is gone');
  }
  browser.browsingContext.prefersColorSchemeOverride = scheme;
}

/**
 * The browser's language, whether or not there is a pack for it: its own texts stay as they are, and extensions and
 * pages are told this one.
 */
export function setLanguage(language: string): void {
  Services.locale.availableLocales = [...new Set([...Services.locale.availableLocales, language])];
  Services.locale.requestedLocales = [language];
}
