import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { BRIDGE_READY, HELLO } from '../../../src/protocol/page-wire.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { closePopup, connect, rate, sees, showStars } from '../support/actions.ts';
import { attack } from '../support/attack.ts';
import { readHeld } from '../support/held.ts';
import { folderSite } from '../support/site.ts';

/** Hostile's pages without the security policy that would keep its attacks from ever leaving the page. */
const STRANGER = 'http://stranger.localhost';

/** Event names by which the page and Sayso's scripts find each other on a chosen site. */
const WAKING = [
  HELLO,
  BRIDGE_READY,
  'customerready',
  'customer',
  'sayso',
  'grantschange',
  'intentionschange',
  'message',
];

describe('threat 1: a site not chosen', () => {
  const stage = useBrowser({ sites: { 'stranger.localhost': folderSite('examples/hostile/public') } });
  let page: Page;

  // Sayso is in use: it knows the very thing that the stranger shows, serves one site, and shows stars on another.
  beforeAll(async () => {
    const shop = await stage.browser.page('http://corner-store.localhost/');
    await connect(stage.browser, shop);
    await showStars(stage.browser, shop);
    await shop.close();
    page = await stage.browser.page(`${STRANGER}/thing.html`);
    const popup = await stage.browser.openPopup(page);
    await rate(popup, 9);
    await sees(popup, 'Saved');
    await closePopup(stage.browser, popup);
    await page.reload();
  });

  it('has no new name on window, navigator or document, and no DOM or style that it did not make', async () => {
    expect(await attack(page, 'probe-globals')).toMatchObject({ held: true });
    expect(await attack(page, 'probe-dom')).toMatchObject({ held: true });
    const closed = await stage.browser.inClosedRoots(page, () => 'stars');
    expect(closed).toEqual([]);

    // That the probes can find something.
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'customer', { value: {}, configurable: true });
      document.body.append(document.createElement('span'));
    });
    expect(await attack(page, 'probe-globals')).toMatchObject({ held: false });
    expect(await attack(page, 'probe-dom')).toMatchObject({ held: false });
    await page.reload();
  });

  it('gets no reaction to any event', async () => {
    expect(await attack(page, 'probe-events', WAKING)).toMatchObject({ held: true });
  });

  it('gets no answer to any message', async () => {
    expect(await attack(page, 'post-own-messages')).toMatchObject({ held: true });
    const hellos = [HELLO, [0], { wire: 'vendor', call: 'provide', id: crypto.randomUUID() }];
    expect(await attack(page, 'post-own-messages', hellos)).toMatchObject({ held: true, posted: hellos.length });
    expect(await attack(page, 'reach-runtime', [new URL(stage.browser.extensionOrigin).host])).toMatchObject({
      held: true,
    });
  });

  it('has no registered script that matches', async () => {
    const { scripts, patterns } = await readHeld(stage.browser);
    expect(scripts.length).toBeGreaterThan(0);
    expect(new Set(scripts.flatMap(({ matches }) => matches))).toEqual(new Set(['http://corner-store.localhost/*']));
    expect(patterns).toEqual(['http://corner-store.localhost/*']);
  });

  it('reaches no file of the built extension', async () => {
    const paths = await filesOf(stage.browser.name);
    expect(paths).toContain('manifest.json');
    const urls = paths.map((path) => stage.browser.extensionUrl(path));
    expect(await attack(page, 'probe-files', urls)).toMatchObject({ held: true, saw: [], tried: urls.length });
    // That it can find something: a file that is there.
    expect(await attack(page, 'probe-files', [`${STRANGER}/attacks/tools.js`])).toMatchObject({ held: false });
  });

  it('gets none of them into a frame or a window either', async () => {
    const paths = (await filesOf(stage.browser.name)).filter((path) => path.endsWith('.html'));
    expect(paths.length).toBeGreaterThan(3);
    for (const url of paths.map((path) => stage.browser.extensionUrl(path))) {
      await page.evaluate(openEverywhere, url);
    }
    // The same, with a page that may be opened, comes after all of them.
    await page.evaluate(openEverywhere, `${STRANGER}/frame.html`);
    await stage.browser.waitForPage(({ pathname }) => pathname === '/frame.html', 'a window of the page’s own');
    const windows = (await stage.browser.pages()).map((one) => one.page);
    const frames = [...windows.map((one) => one.mainFrame()), ...page.frames()];
    // What each really shows, which is not always what it was sent to.
    const open = await Promise.all(frames.map((frame) => frame.evaluate(() => document.URL)));
    expect(open.filter((url) => url === `${STRANGER}/frame.html`)).toHaveLength(2);
    expect(open.filter((url) => url.startsWith(stage.browser.extensionOrigin))).toEqual([]);
  });
});

// Runs in the page: settles when the frame has come to rest, whatever it shows.
async function openEverywhere(url: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.dataset['own'] = '';
  frame.src = url;
  const rested = new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    // Firefox says so of an address that a page may not show.
    frame.addEventListener('error', resolve);
  });
  document.body.append(frame);
  await rested;
  try {
    window.open(url);
  } catch (thrown) {
    // Firefox says at once that a page may not go there.
    console.debug(thrown);
  }
}

async function filesOf(browser: string): Promise<string[]> {
  const root = `dist/${browser === 'chromium' ? 'chrome' : 'firefox'}`;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
