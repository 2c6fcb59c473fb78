import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { collectConsole, type ConsoleLog } from './console-log.ts';
import {
  type ColorScheme,
  type ExtensionBrowser,
  type LaunchOptions,
  type OpenPage,
  type OtherExtension,
  WINDOW,
} from './extension-browser.ts';
import { archiveOf, idOf } from './firefox-archive.ts';
import { Bidi } from './firefox-bidi.ts';
import { firefoxPreferences } from './firefox-preferences.ts';
import * as privileged from './firefox-privileged.ts';
import { readManifest } from './manifest.ts';
import { exitOf, LEAVE_SIGNALS, quit } from './quit.ts';
import { openProfile, type Profile } from './temporary-profile.ts';
import { until, within } from './until.ts';

/** Firefox picks a random host for an extension's pages; a fixed one makes their addresses known beforehand. */
const HOST = '5a950000-0000-4000-8000-000000000001';
/** Far beyond what a page takes to say where it is, or whether it is there. */
const LOOK_MS = 3_000;

export async function launchFirefox(executablePath: string, options: LaunchOptions): Promise<ExtensionBrowser> {
  const id = await idOf(options.extensionDir);
  const firefox = new Firefox(executablePath, options, id, await openProfile(options.userDataDir, options.profile));
  try {
    await firefox.start();
  } catch (thrown) {
    await firefox.close();
    throw thrown;
  }
  return firefox;
}

class Firefox implements ExtensionBrowser {
  readonly name = 'firefox';
  readonly extensionOrigin = `moz-extension://${HOST}`;
  version = '';
  #executablePath: string;
  #options: LaunchOptions;
  #id: string;
  #profile: Profile;
  #running: { browser: Browser; bidi: Bidi; console: ConsoleLog } | undefined;
  /** Pages in no tab that were made known to Puppeteer. */
  #popups = new Set<Page>();

  constructor(executablePath: string, options: LaunchOptions, id: string, profile: Profile) {
    this.#executablePath = executablePath;
    this.#options = options;
    this.#id = id;
    this.#profile = profile;
  }

  get #now() {
    if (!this.#running) {
      throw new Error('the browser is closed');
    }
    return this.#running;
  }

  /** @param isInstalled - whether the profile has the extension from an earlier run */
  async start(isInstalled = false): Promise<void> {
    const { headless = true, isForPerson = false, args = [] } = this.#options;
    const size = ['--width', String(WINDOW.width), '--height', String(WINDOW.height)];
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: this.#executablePath,
      headless,
      ...(isForPerson ? LEAVE_SIGNALS : {}),
      defaultViewport: null, // each window as large as it really is
      args: ['-remote-allow-system-access', ...size, '--profile', this.#profile.dir, ...args],
      extraPrefsFirefox: firefoxPreferences(this.#options, { [this.#id]: HOST }),
    });
    // Puppeteer would put the old preferences back when it closes, and with them lose what this run has learnt.
    await rm(join(this.#profile.dir, 'prefs.js.puppeteer'), { force: true });
    this.version = (await browser.version()).replace(/^[^/]*\//u, '');
    this.#running = { browser, bidi: new Bidi(browser), console: collectConsole(browser) };
    await this.#privileged(privileged.nameOuterPages);
    if (this.#options.language !== undefined) {
      await this.#privileged(privileged.setLanguage, this.#options.language);
    }
    if (!isForPerson) {
      await this.#privileged(privileged.answerDialogs, this.#id);
    }
    if (!isInstalled) {
      const archive = await archiveOf(this.#options.extensionDir);
      await this.#now.bidi.install(archive);
    }
    await until(
      'the extension to be there',
      async () => (await this.#privileged(privileged.stateOfBackground, this.#id)) !== 'missing',
    );
  }

  #privileged<Args extends readonly unknown[], Result>(
    body: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return this.#now.bidi.privileged(body, ...args);
  }

  async page(url?: string): Promise<Page> {
    const page = await this.#now.bidi.newTab();
    if (url !== undefined) {
      await page.goto(url);
    }
    return page;
  }

  extensionUrl(path: string): string {
    return new URL(path, `${this.extensionOrigin}/`).href;
  }

  openExtensionPage(path: string): Promise<Page> {
    return this.#openOwn(this.extensionUrl(path));
  }

  async #openOwn(url: string): Promise<Page> {
    const page = await this.page();
    await this.#now.bidi.navigate(page, url);
    await until(`${url} to load`, async () => {
      try {
        // Asked while the tab goes over to the process of extensions, it may never answer.
        return await within(
          LOOK_MS,
          page.evaluate((address) => location.href.startsWith(address) && document.readyState === 'complete', url),
        );
      } catch (thrown) {
        // One that has nothing to show may have closed itself before anybody looked.
        if (await this.#privileged(privileged.isOpen, this.#now.bidi.nameOf(page))) {
          throw thrown;
        }
        return true;
      }
    });
    return page;
  }

  async pages(): Promise<readonly OpenPage[]> {
    const found: OpenPage[] = [];
    for (const page of await this.#now.browser.pages()) {
      const url = await this.#addressOf(page);
      if (url !== undefined) {
        found.push({ page, url });
      }
    }
    return found;
  }

  // Firefox does not report navigations to extension pages, so each page is asked itself. One that is gone is no page,
  // and one that goes from one process to another while it is asked may never answer.
  async #addressOf(page: Page): Promise<string | undefined> {
    try {
      return await within(
        LOOK_MS,
        page.evaluate(() => location.href),
      );
    } catch {
      return undefined;
    }
  }

  waitForPage(matches: (url: URL) => boolean, what = 'a page'): Promise<Page> {
    return until(`${what} to open`, async () => {
      const found = (await this.pages()).find(({ url }) => URL.canParse(url) && matches(new URL(url)));
      return found?.page;
    });
  }

  async waitForClosed(page: Page): Promise<void> {
    const name = this.#now.bidi.nameOf(page);
    await until('a page to close', async () => page.isClosed() || !(await this.#privileged(privileged.isOpen, name)));
    this.#forget(page);
  }

  // By Firefox itself: the protocol may hold on to the document that was there before, which never answers.
  async closeOwnPage(path: string): Promise<void> {
    const url = this.extensionUrl(path);
    await until(`${url} to open`, () => this.#privileged(privileged.closeTab, url));
  }

  // Firefox is silent about the end of a page in no tab, and of the last tab of a window.
  #forget(page: Page): void {
    if (!page.isClosed()) {
      this.#now.bidi.announceGone(page);
    }
    this.#popups.delete(page);
  }

  inClosedRoots<Result>(page: Page, body: (root: ShadowRoot) => Result): Promise<Awaited<Result>[]> {
    return this.#now.bidi.inClosedRoots(page, body);
  }

  async setColorScheme(page: Page, scheme: ColorScheme): Promise<void> {
    await this.#privileged(privileged.setColorScheme, this.#now.bidi.nameOf(page), scheme);
    await until(`a ${scheme} page`, () =>
      page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme),
    );
  }

  async openPopup(tab: Page): Promise<Page> {
    const { bidi, console } = this.#now;
    // The button of an open popup closes it.
    await until('an earlier popup to close', () => this.#privileged(privileged.closePopups));
    for (const page of this.#popups) {
      this.#forget(page);
    }
    await tab.bringToFront();
    const tabName = bidi.nameOf(tab);
    await until('the tab to be in front', () => this.#privileged(privileged.pressToolbarButton, this.#id, tabName));
    const name = await until(
      'the popup to open',
      async () => (await this.#privileged(privileged.nameOfPopup)) ?? undefined,
    );
    bidi.announce(name);
    const page = await bidi.pageOf(name);
    this.#popups.add(page);
    console.listen(page);
    await until('the popup to load', () =>
      within(
        LOOK_MS,
        page.evaluate(() => document.readyState === 'complete'),
      ),
    );
    return page;
  }

  async grantPermission(pattern: string): Promise<void> {
    await this.#privileged(privileged.allow, pattern);
  }

  async removePermission(pattern: string): Promise<void> {
    await this.#privileged(privileged.changePermission, this.#id, 'remove', [pattern]);
  }

  async grantEverySite(): Promise<void> {
    const { optional_host_permissions: origins = [] } = await readManifest(this.#options.extensionDir);
    await this.#privileged(privileged.changePermission, this.#id, 'add', [...origins]);
  }

  async killBackground(): Promise<void> {
    const killed = await this.#privileged(privileged.nameOfBackground, this.#id);
    if (killed !== null) {
      await this.#privileged(privileged.terminateBackground, this.#id);
      // Whoever waits for an answer may have woken the next one by now.
      await until(
        'the background to stop',
        async () => (await this.#privileged(privileged.nameOfBackground, this.#id)) !== killed,
      );
    }
  }

  async isBackgroundAlive(): Promise<boolean> {
    return (await this.#privileged(privileged.stateOfBackground, this.#id)) === 'running';
  }

  async inBackground<Args extends readonly unknown[], Result>(
    body: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const name = await this.#privileged(privileged.nameOfBackground, this.#id);
    if (name === null) {
      throw new Error('the background is not alive');
    }
    return this.#now.bidi.evaluate(name, body, ...args);
  }

  async reloadExtension(): Promise<void> {
    await this.#privileged(privileged.reload, this.#id);
    await until('the extension to start again', () => this.isBackgroundAlive());
  }

  async restart(): Promise<void> {
    await quit(this.#now.browser);
    this.#running = undefined;
    this.#popups.clear();
    await this.start(true);
  }

  async installOther(dir: string): Promise<OtherExtension> {
    await this.#now.bidi.install(await archiveOf(dir));
    const id = await idOf(dir);
    const origin = await until(
      `${id} to be there`,
      async () => (await this.#privileged(privileged.originOf, id)) ?? undefined,
    );
    return { id, open: (path) => this.#openOwn(`${origin}/${path}`) };
  }

  waitForExit(): Promise<void> {
    return exitOf(this.#now.browser);
  }

  async diagnose(): Promise<string> {
    if (!this.#running) {
      return 'The browser is closed.';
    }
    const pages = await this.pages();
    return [
      `Firefox ${this.version}, background ${await this.#privileged(privileged.stateOfBackground, this.#id)}`,
      ...pages.map(({ url }) => `open: ${url}`),
      ...(await this.#privileged(privileged.tabs)).map((url) => `tab: ${url}`),
      ...this.#now.console.lines,
      ...(await this.#privileged(privileged.complaints, this.extensionOrigin)),
    ].join('\n');
  }

  async close(): Promise<void> {
    if (this.#running) {
      await quit(this.#running.browser);
      this.#running = undefined;
    }
    await this.#profile.discard();
  }
}
