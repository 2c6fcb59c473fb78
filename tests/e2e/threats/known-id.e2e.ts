import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { useBrowser } from '../../support/use-browser.ts';
import { attack } from '../support/attack.ts';
import { folderSite } from '../support/site.ts';
import { chosenPage, quietSites } from '../support/vendor.ts';

/** Hostile's pages without the security policy that would keep its attacks from ever leaving the page. */
const STRANGER = 'http://stranger.localhost';
/** One of each sort: the manifest, a page, what runs in it, what runs on sites, an icon. */
const SORTS = [/^manifest\.json$/u, /dashboard\.html$/u, /^assets\/.*\.js$/u, /inline\.iife\.js$/u, /sayso-48\.png$/u];
/**
 * Firefox refuses a worker of an id that nobody has at once, and of one that somebody has by an event; and a style that imports a
 * file which is not there fails, one that may not have it does not. So who was told an id learns whether it is this browser's. Each
 * installation has made up its own, and Sayso tells it to nobody (threat 31).
 */
const FIREFOX_TELLS = /^\{"way":"(?:worker|shared worker|imported style)"/u;

describe('threat 1: a site not chosen that knows the id of the extension', () => {
  const stage = useBrowser({
    sites: {
      'stranger.localhost': folderSite('examples/hostile/public'),
      ...quietSites('vendor'),
    },
  });
  let page: Page;
  let paths: readonly string[];

  // In Chromium it is the same for everybody, in Firefox each installation has its own: there it is told to the page.
  beforeAll(async () => {
    const vendor = await chosenPage(stage.browser, 'vendor');
    await vendor.close();
    page = await stage.browser.page(`${STRANGER}/thing.html`);
    paths = await someFiles(`dist/${stage.browser.name === 'chromium' ? 'chrome' : 'firefox'}`);
  });

  /** What is told of one address and not of the other. */
  async function toldApart(bases: readonly string[], files: readonly string[]): Promise<readonly string[]> {
    const { saw, tried } = await attack(page, 'compare-addresses', bases, files);
    expect(tried).toBe(files.length);
    return (saw as readonly object[]).map((one) => JSON.stringify(one));
  }

  /** But for what Firefox tells of any extension. */
  function beyondFirefox(told: readonly string[]): readonly string[] {
    return told.filter((one) => stage.browser.name === 'chromium' || !FIREFOX_TELLS.test(one));
  }

  it('is told the same as by an id that nobody has, whatever it reaches for', async () => {
    const { extensionOrigin } = stage.browser;
    expect(beyondFirefox(await toldApart([extensionOrigin, withOtherLetter(extensionOrigin)], paths))).toEqual([]);
  });

  it('is told of a file that is there what it is told of one that is not', async () => {
    const { extensionOrigin } = stage.browser;
    expect(beyondFirefox(await toldApart([extensionOrigin, `${extensionOrigin}/nowhere`], paths))).toEqual([]);
  });

  it('would see the difference, were there one', async () => {
    const told = await toldApart([STRANGER, `${STRANGER}/nowhere`], ['attacks/tools.js', 'hostile.css', 'icon.svg']);
    const ways = new Set(told.map((one) => (JSON.parse(one) as { readonly way: string }).way));
    expect([...ways]).toEqual(expect.arrayContaining(['fetch', 'img', 'script', 'stylesheet', 'import', 'notes']));
  });
});

/** The same address but for the last letter of its id, which is one of those that ids have. */
function withOtherLetter(origin: string): string {
  return origin.replace(/.$/u, (last) => (last === 'a' ? 'b' : 'a'));
}

/** The first file of each sort that is in what was built. */
async function someFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
  return SORTS.map((sort) => {
    const file = files.find((one) => sort.test(one));
    if (file === undefined) {
      throw new Error(`Nothing built is ${String(sort)}.`);
    }
    return file;
  });
}
