import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Extension, type Page, type Target, TargetType } from 'puppeteer-core';
import { proxyArgs, quietArgs } from './chromium-arguments.ts';
import { inClosedRoots } from './chromium-closed-roots.ts';
import { editPreferences } from './chromium-preferences.ts';
import { type DeveloperPrivate, inSettings } from './chromium-settings.ts';
import { setWindowSize } from './chromium-window-size.ts';
import { ChromiumWorker } from './chromium-worker.ts';
import { collectConsole, type ConsoleLog } from './console-log.ts';
import {
  type ColorScheme,
  type ExtensionBrowser,
  type LaunchOptions,
  type OpenPage,
  type OtherExtension,
} from './extension-browser.ts';
import { readManifest } from './manifest.ts';
import { exitOf, LEAVE_SIGNALS, quit } from './quit.ts';
import { openProfile, type Profile } from './temporary-profile.ts';
import { until } from './until.ts';

/** The first in the browser's page of extensions only, the second in the extension's own. */
declare const chrome: {
  developerPrivate: DeveloperPrivate;
  permissions: { request(permissions: { origins: string[] }): Promise<boolean> };
};

/** What an extension that was loaded over the protocol carries in the profile: 'forget me when the browser quits'. */
const TEMPORARY_FLAG = 1 << 15;

export async function launchChromium(executablePath: string, options: LaunchOptions): Promise<ExtensionBrowser> {
  const profile = await openProfile(options.userDataDir);
  await mkdir(join(profile.dir, 'Default'), { recursive: true });
  const chromium = new Chromium(executablePath, options, profile);
  try {
    await chromium.start();
  } catch (thrown) {
    await chromium.close();
    throw thrown;
  }
  return chromium;
}

class Chromium implements ExtensionBrowser {
  readonly name = 'chromium';
  version = '';
  #executablePath: string;
  #options: LaunchOptions;
  #profile: Profile;
  #running: { browser: Browser; extension: Extension; console: ConsoleLog } | undefined;

  constructor(executablePath: string, options: LaunchOptions, profile: Profile) {
    this.#executablePath = executablePath;
    this.#options = options;
    this.#profile = profile;
  }

  get #browser(): Browser {
    return this.#now.browser;
  }

  get #now() {
    if (!this.#running) {
      throw new Error('the browser is closed');
    }
    return this.#running;
  }

  get extensionOrigin(): string {
    return `chrome-extension://${this.#now.extension.id}`;
  }

  /** @param isInstalled - whether the profile has the extension from an earlier run */
  async start(isInstalled = false): Promise<void> {
    const {
      extensionDir,
      headless = true,
      isForPerson = false,
      proxyPort,
      language = 'en-US',
      args = [],
    } = this.#options;
    await editPreferences(this.#profile.dir, (preferences) => {
      preferences.extensions ??= {};
      preferences.extensions.ui = { ...preferences.extensions.ui, developer_mode: true };
    });
    const browser = await puppeteer.launch({
      pipe: true,
      executablePath: this.#executablePath,
      enableExtensions: true,
      headless,
      userDataDir: this.#profile.dir,
      ...(isForPerson ? LEAVE_SIGNALS : {}),
      defaultViewport: null, // each window as large as it really is
      ...(isForPerson ? { ignoreDefaultArgs: ['--enable-automation'] } : {}),
      args: [
        ...quietArgs(),
        ...(isForPerson ? [] : proxyArgs(proxyPort)),
        `--lang=${language}`,
        `--accept-lang=${language}`,
        ...args,
      ],
    });
    await setWindowSize(browser);
    const console = collectConsole(browser);
    this.version = (await browser.version()).replace(/^[^/]*\//u, '');
    try {
      if (!isInstalled) {
        await browser.installExtension(resolve(extensionDir));
      }
      const extension = await until('the extension to be there', async () => {
        const all = [...(await browser.extensions()).values()];
        return all.find(({ path }) => resolve(path) === resolve(extensionDir));
      });
      this.#running = { browser, extension, console };
    } catch (thrown) {
      await quit(browser);
      throw thrown;
    }
  }

  async page(url?: string): Promise<Page> {
    const page = await this.#browser.newPage();
    if (url !== undefined) {
      await page.goto(url);
    }
    return page;
  }

  extensionUrl(path: string): string {
    return new URL(path, `${this.extensionOrigin}/`).href;
  }

  openExtensionPage(path: string): Promise<Page> {
    return this.page(this.extensionUrl(path));
  }

  async pages(): Promise<readonly OpenPage[]> {
    const targets = this.#browser.targets().filter((target) => this.#isShown(target));
    const pages = await Promise.all(targets.map(async (target) => ({ page: await pageOf(target), url: target.url() })));
    return pages.filter((one): one is OpenPage => one.page !== undefined);
  }

  // The browser's own interface is made of pages, too.
  #isShown(target: Target): boolean {
    return target.type() === TargetType.PAGE && !/^(chrome|devtools):/u.test(target.url());
  }

  waitForPage(matches: (url: URL) => boolean, what = 'a page'): Promise<Page> {
    return until(`${what} to open`, async () => {
      const found = (await this.pages()).find(({ url }) => URL.canParse(url) && matches(new URL(url)));
      // A target has the address that it goes to, while the empty document before it still stands there.
      const address = await found?.page.evaluate(() => location.href);
      return address !== undefined && URL.canParse(address) && matches(new URL(address)) && found?.page;
    });
  }

  async closeOwnPage(path: string): Promise<void> {
    const url = this.extensionUrl(path);
    await (await this.waitForPage(({ href }) => href === url, url)).close();
  }

  async waitForClosed(page: Page): Promise<void> {
    await until('a page to close', () => page.isClosed());
  }

  inClosedRoots<Result>(page: Page, body: (root: ShadowRoot) => Result): Promise<Awaited<Result>[]> {
    return inClosedRoots(page, body);
  }

  async setColorScheme(page: Page, scheme: ColorScheme): Promise<void> {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  }

  async openPopup(tab: Page): Promise<Page> {
    const popups = new Set(await this.#popups());
    await tab.bringToFront();
    await tab.triggerExtensionAction(this.#now.extension);
    const target = await until('the popup to open', async () => (await this.#popups()).find((one) => !popups.has(one)));
    const page = await target.asPage();
    this.#now.console.listen(page);
    await until('the popup to load', () => page.evaluate(() => document.readyState === 'complete'));
    return page;
  }

  // A popup is a page of the extension that is in no tab: its target has no tab target above it.
  async #popups(): Promise<Target[]> {
    const path = (await readManifest(this.#options.extensionDir)).action?.default_popup;
    return this.#browser
      .targets()
      .filter((target) => path !== undefined && target.url().startsWith(this.extensionUrl(path)));
  }

  async grantPermission(pattern: string): Promise<void> {
    await this.#inSettings((id, host) => chrome.developerPrivate.addHostPermission(id, host), pattern);
  }

  async removePermission(pattern: string): Promise<void> {
    await this.#inSettings((id, host) => chrome.developerPrivate.removeHostPermission(id, host), pattern);
  }

  async grantEverySite(): Promise<void> {
    await this.#inSettings(
      (id) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_ALL_SITES' }),
      '',
    );
    const { optional_host_permissions: origins = [] } = await readManifest(this.#options.extensionDir);
    for (const pattern of origins) {
      await this.grantPermission(pattern);
    }
    const page = await this.openExtensionPage('manifest.json');
    await page.evaluate((all) => chrome.permissions.request({ origins: all }), [...origins]);
    await page.close();
  }

  async killBackground(): Promise<void> {
    await this.#worker.kill();
  }

  isBackgroundAlive(): Promise<boolean> {
    return Promise.resolve(this.#worker.targets.length > 0);
  }

  inBackground<Args extends readonly unknown[], Result>(
    body: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return this.#worker.evaluate(body, ...args);
  }

  get #worker(): ChromiumWorker {
    return new ChromiumWorker(this.#browser, this.extensionOrigin);
  }

  async reloadExtension(): Promise<void> {
    const before = this.#worker.targets;
    await this.#inSettings((id) => chrome.developerPrivate.reload(id, { failQuietly: false }), '');
    await until('the extension to start again', () => this.#worker.targets.some((target) => !before.includes(target)));
  }

  async restart(): Promise<void> {
    const { id } = this.#now.extension;
    await quit(this.#browser);
    this.#running = undefined;
    await editPreferences(this.#profile.dir, (preferences) => {
      const settings = preferences.extensions?.settings?.[id];
      if (settings?.creation_flags === undefined) {
        throw new Error('the profile has forgotten the extension');
      }
      settings.creation_flags &= ~TEMPORARY_FLAG;
    });
    await this.start(true);
  }

  async installOther(dir: string): Promise<OtherExtension> {
    const id = await this.#browser.installExtension(resolve(dir));
    return { id, open: (path) => this.page(`chrome-extension://${id}/${path}`) };
  }

  waitForExit(): Promise<void> {
    return exitOf(this.#browser);
  }

  async diagnose(): Promise<string> {
    if (!this.#running) {
      return 'The browser is closed.';
    }
    const errors = await this.#inSettings(async (id) => {
      const info = await chrome.developerPrivate.getExtensionInfo(id);
      return info.runtimeErrors.map(({ message, source }) => `${source}: ${message}`);
    }, '');
    const pages = await this.pages();
    return [
      `Chromium ${this.version}, background ${(await this.isBackgroundAlive()) ? 'alive' : 'asleep'}`,
      ...pages.map(({ url }) => `open: ${url}`),
      ...this.#now.console.lines,
      ...errors,
    ].join('\n');
  }

  async close(): Promise<void> {
    if (this.#running) {
      await quit(this.#running.browser);
      this.#running = undefined;
    }
    await this.#profile.discard();
  }

  #inSettings<Result>(body: (id: string, argument: string) => Promise<Result>, argument: string): Promise<Result> {
    return inSettings(this.#browser, body, this.#now.extension.id, argument);
  }
}

/** A target may be gone before its page can be had: then there is no page. */
async function pageOf(target: Target): Promise<Page | undefined> {
  try {
    return (await target.page()) ?? (await target.asPage());
  } catch {
    return undefined;
  }
}
