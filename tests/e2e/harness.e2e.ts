import { describe, expect, inject, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { until } from '../support/browsers/until.ts';
import { useBrowser } from '../support/use-browser.ts';

/** The harness itself, in a real browser, with an extension of a few lines. What it promises, other tests build on. */
/** What the fixture's pages call the extension API in either browser. */
declare const api: Browser;

const SITE = 'http://matinee.localhost/*';

function greet(_request: unknown, response: { setHeader(name: string, value: string): void; end(text: string): void }) {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><title>A shop</title><h1>Hello</h1>');
}

describe('the harness', () => {
  const stage = useBrowser({
    extensionDir: 'tests/support/fixture-extension',
    sites: { 'matinee.localhost': greet, 'shop.example': greet },
  });

  /** What the background has written down, read from a page of the extension. */
  async function readLog(): Promise<string[]> {
    const page = await stage.browser.openExtensionPage('page.html');
    const kept = await page.evaluate(() => api.storage.local.get({ log: [] }));
    await page.close();
    return kept['log'] as string[];
  }

  async function bornAt(): Promise<unknown> {
    const page = await stage.browser.openExtensionPage('page.html');
    const born = await page.evaluate(() => api.runtime.sendMessage('born'));
    await page.close();
    return born;
  }

  it('runs the browser that the project names', () => {
    expect(stage.browser.name).toBe(inject('browser'));
    expect(Number.parseInt(stage.browser.version, 10)).toBeGreaterThanOrEqual(121);
  });

  it('reaches loopback names as secure contexts, at any port, and other names as insecure ones', async () => {
    const page = await stage.browser.page('http://matinee.localhost/');
    expect(await page.evaluate(() => [location.origin, document.title, isSecureContext])).toEqual([
      'http://matinee.localhost',
      'A shop',
      true,
    ]);
    await page.goto('http://matinee.localhost:8080/');
    expect(await page.evaluate(() => [location.origin, document.title])).toEqual([
      'http://matinee.localhost:8080',
      'A shop',
    ]);
    await page.goto('http://shop.example/');
    expect(await page.evaluate(() => [document.title, isSecureContext])).toEqual(['A shop', false]);
    await page.close();
  });

  it('opens the real popup, which reads the tab below it through activeTab', async () => {
    const page = await stage.browser.page('http://matinee.localhost/');
    const popup = await stage.browser.openPopup(page);
    await popup.waitForFunction(() => document.querySelector('#title')?.textContent !== '');
    expect(await popup.$eval('#title', (output) => output.textContent)).toBe('A shop');
    expect(await popup.evaluate(() => location.href)).toBe(stage.browser.extensionUrl('popup.html'));

    await popup.evaluate(() => window.close());
    await stage.browser.waitForClosed(popup);
    await page.close();
  });

  it('opens the popup again after it was closed', async () => {
    const page = await stage.browser.page('http://matinee.localhost/');
    for (const _round of [1, 2]) {
      const popup = await stage.browser.openPopup(page);
      await popup.waitForFunction(() => document.querySelector('#title')?.textContent === 'A shop');
      await popup.evaluate(() => window.close());
      await stage.browser.waitForClosed(popup);
    }
    await page.close();
  });

  it('gives a prepared permission to a real click, and takes it back', async () => {
    await stage.browser.grantPermission(SITE);
    const tab = await stage.browser.page('http://matinee.localhost/');
    const popup = await stage.browser.openPopup(tab);
    expect(await readLog()).not.toContain(`added ${SITE}`);

    const again = await stage.browser.openPopup(tab);
    await again.click('#ask');
    await again.waitForSelector('body[data-given="true"]');
    await until('the permission to be noticed', async () => (await readLog()).includes(`added ${SITE}`));
    expect(popup).not.toBe(again);

    await stage.browser.removePermission(SITE);
    await until('its end to be noticed', async () => (await readLog()).includes(`removed ${SITE}`));
    await tab.close();
  });

  it('gives every site at once, as the add-on manager can', async () => {
    await stage.browser.grantEverySite();
    await until('it to be noticed', async () =>
      (await readLog()).some((entry) => entry.startsWith('added') && entry.includes('https://*/*')),
    );
    await stage.browser.removePermission('https://*/*');
    await until('its end to be noticed', async () =>
      (await readLog()).some((entry) => entry.startsWith('removed') && entry.includes('https://*/*')),
    );
  });

  it('looks into closed shadow roots, as no page can', async () => {
    const page = await stage.browser.page('http://matinee.localhost/');
    await page.evaluate(() => {
      for (const text of ['one', 'two']) {
        const host = document.body.appendChild(document.createElement('span'));
        host.attachShadow({ mode: 'closed' }).textContent = text;
      }
    });
    expect(await stage.browser.inClosedRoots(page, (root) => root.textContent)).toEqual(['one', 'two']);
    await page.close();
  });

  it('sees the windows that the extension opens', async () => {
    const page = await stage.browser.openExtensionPage('page.html');
    await page.evaluate(() => void api.runtime.sendMessage('window'));
    const window = await stage.browser.waitForPage(({ search }) => search === '?window', 'a window');
    expect(await window.$eval('h1', (heading) => heading.textContent)).toBe('Fixture page');
    await window.close();
    await stage.browser.waitForClosed(window);
    await page.close();
  });

  it('kills the background, which a message wakes again', async () => {
    const before = await bornAt();
    expect(await stage.browser.isBackgroundAlive()).toBe(true);
    await stage.browser.killBackground();
    expect(await stage.browser.isBackgroundAlive()).toBe(false);

    const after = await bornAt();
    expect(after).toEqual(expect.any(String));
    expect(after).not.toBe(before);
  });

  it('runs code in the background', async () => {
    const born = await bornAt();
    const seen = await stage.browser.inBackground(
      (name) => (globalThis as unknown as Record<string, unknown>)[name],
      'bornAt',
    );
    expect(seen).toBe(born);
  });

  it('reloads the extension', async () => {
    const before = await bornAt();
    await stage.browser.reloadExtension();
    expect(await bornAt()).not.toBe(before);
  });

  it('keeps the profile over a restart, which the extension is told of', async () => {
    const before = await readLog();
    await stage.browser.restart();
    await until('the start to be noticed', async () => (await readLog()).includes('startup'));
    expect((await readLog()).slice(0, before.length)).toEqual(before);
  });

  it('tells what is open and what was said when a test fails', async () => {
    const page = await stage.browser.page('http://matinee.localhost/');
    await page.evaluate(() => console.error('the milk is sour'));
    await until('the console to be heard', async () => (await stage.browser.diagnose()).includes('the milk is sour'));
    expect(await stage.browser.diagnose()).toContain('open: http://matinee.localhost/');
    await page.close();
  });
});
