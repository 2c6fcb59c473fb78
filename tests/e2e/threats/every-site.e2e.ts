import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { PROVIDE_CALL } from '../../../src/protocol/vendor-wire.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { openDashboard, press, seenText, sees } from '../support/actions.ts';
import { rightAsk } from '../support/ask.ts';
import { attempt, call } from '../support/calls.ts';
import { type Held, readHeld } from '../support/held.ts';
import { inOwnPage, sendFromScripts } from '../support/in-own-page.ts';
import { askAndAllow, chosenPage, quietSites, rateOneFilm } from '../support/vendor.ts';

const TITLE = 'Sayso gave a permission back';
const STRANGER = 'http://stranger.localhost/';

const message = (wire: string, name: string, input?: unknown) => ({
  wire,
  id: crypto.randomUUID(),
  call: name,
  ...(input !== undefined && { input }),
});

describe('threat 18: the browser’s add-on manager grants every site', () => {
  const stage = useBrowser({ sites: quietSites('alive', 'asleep', 'kept', 'stranger') });

  beforeAll(async () => {
    await rateOneFilm(stage.browser);
    const dashboard = await openDashboard(stage.browser, 'about');
    await sees(dashboard, 'Version');
    expect(await seenText(dashboard)).not.toContain(TITLE);
    await dashboard.close();
  });

  /** A site that holds the person's ratings, and all that Sayso holds then. */
  async function chosen(name: string): Promise<{ readonly page: Page; readonly before: Held }> {
    const page = await chosenPage(stage.browser, name);
    await askAndAllow(stage.browser, page, rightAsk({ id: name }));
    const before = await readHeld(stage.browser);
    expect(before.patterns).toContain(`http://${name}.localhost/*`);
    return { page, before };
  }

  /** What runs where, and for whom, is as before. */
  async function servesAsBefore(page: Page, before: Held): Promise<void> {
    const { scripts, tables } = await readHeld(stage.browser);
    expect(scripts).toEqual(before.scripts);
    expect(tables['vendors']).toEqual(before.tables['vendors']);
    expect(tables['grants']).toEqual(before.tables['grants']);
    await knowsNoStranger();
    expect((await call(page, 'ratings')).items).toHaveLength(1);
  }

  async function knowsNoStranger(): Promise<void> {
    const stranger = await stage.browser.page(STRANGER);
    expect(await stranger.evaluate(() => 'customer' in navigator)).toBe(false);
    await stranger.close();
  }

  /** The dashboard tells of it until the person waves it aside. */
  async function saysSo(): Promise<void> {
    await until('it to be written down', () =>
      inOwnPage(stage.browser, async () => {
        const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
        return 'allSitesHandedBackAtMs' in (await (global.browser ?? global.chrome).storage.local.get());
      }),
    );
    const dashboard = await openDashboard(stage.browser, 'about');
    await sees(dashboard, TITLE);
    await press(dashboard, 'sayso-about >>> sayso-notice button');
    await until('the notice to go', async () => !(await seenText(dashboard)).includes(TITLE));
    await dashboard.close();
  }

  it.each(['alive', 'asleep'])('hands it back, serves no more sites, and says so, the background %s', async (life) => {
    const { page, before } = await chosen(life);
    if (life === 'asleep') {
      await stage.browser.killBackground();
    }
    await stage.browser.grantEverySite();
    await saysSo();
    // Chromium takes a site that was given by itself back with the pattern that it lies in: it is no longer served.
    const isTakenAlong = stage.browser.name === 'chromium';
    const left = isTakenAlong ? [] : before.patterns;
    await until('every site to be handed back', async () => {
      const { patterns } = await readHeld(stage.browser);
      return JSON.stringify(patterns) === JSON.stringify(left);
    });
    if (isTakenAlong) {
      await until('the site to be left', async () => (await readHeld(stage.browser)).scripts.length === 0);
      expect((await attempt(page, 'ratings')).error?.name).toBe('NotAllowedError');
      await knowsNoStranger();
    } else {
      await servesAsBefore(page, before);
    }
  });

  it('serves no more sites where the browser keeps it, and says so', async () => {
    const { page, before } = await chosen('kept');
    await stage.browser.inBackground(() => {
      const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
      (global.browser ?? global.chrome).permissions.remove = () => {
        throw new Error('You cannot remove required permissions.');
      };
    });
    await stage.browser.grantEverySite();
    await saysSo();
    expect((await readHeld(stage.browser)).patterns.length).toBeGreaterThan(1);
    await servesAsBefore(page, before);

    // A script that the browser would now let be put there is answered nothing, either.
    const stranger = await stage.browser.page(STRANGER);
    const [replies] = await sendFromScripts(stage.browser, STRANGER, [
      message('vendor', 'ratings'),
      message('vendor', 'preferences'),
      message('vendor', PROVIDE_CALL),
      message('inline', 'look-up', { things: [['imdb:tt0133093']] }),
    ]);
    const refused = expect.objectContaining({ kind: 'failure', name: 'NotAllowedError' }) as unknown;
    expect(replies).toEqual([refused, refused, refused, expect.objectContaining({ ok: false })]);
    expect(await stranger.evaluate(() => 'customer' in navigator)).toBe(false);
    await stranger.close();
  });
});
