import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { openDashboard, openSite, press, sees } from '../support/actions.ts';
import { rightAsk } from '../support/ask.ts';
import { attempt, call } from '../support/calls.ts';
import { FELT_WITHIN_MS } from '../support/felt.ts';
import { readHeld } from '../support/held.ts';
import { askAndAllow, chosenPage, quietSites, rateOneFilm } from '../support/vendor.ts';

/** A call that a page made the moment that it heard `grantschange`. */
interface Tried {
  readonly error?: string;
  /** When it had ended, in milliseconds since the Unix epoch. */
  readonly atMs: number;
}

describe('threat 17: a grant that ends', () => {
  const stage = useBrowser({
    sites: quietSites('stopped-alive', 'stopped-asleep', 'blocked', 'taken-alive', 'taken-asleep', 'withdrawn'),
  });

  beforeAll(async () => {
    await rateOneFilm(stage.browser);
  });

  /** Two open tabs of a site that holds the person's ratings, and its grant's id. */
  async function twoTabs(name: string) {
    const first = await chosenPage(stage.browser, name);
    const second = await stage.browser.page(first.url());
    await until('navigator.customer', () => second.evaluate(() => navigator.customer?.version === '1'));
    const grantId = await askAndAllow(stage.browser, first, rightAsk({ id: name }));
    const pages = [first, second];
    for (const page of pages) {
      await tryWhenChanged(page);
      expect((await call(page, 'ratings')).items).toHaveLength(1);
    }
    return { first, second, pages, grantId };
  }

  /** From now on the page reads the ratings as often as it hears `grantschange`. */
  async function tryWhenChanged(page: Page): Promise<void> {
    await page.evaluate(() => {
      const tried: Tried[] = [];
      Object.assign(globalThis, { saysoTried: tried });
      const { customer } = navigator;
      customer?.addEventListener('grantschange', () => {
        customer.ratings().then(
          () => tried.push({ atMs: Date.now() }),
          (thrown: unknown) => tried.push({ error: (thrown as Error).name, atMs: Date.now() }),
        );
      });
    });
  }

  /** Each tab hears of it and is refused at once, and holds nothing any more. */
  async function allFeel(pages: readonly Page[], sinceMs: number): Promise<void> {
    for (const page of pages) {
      const refused = await until('grantschange, and a refusal', async () => {
        const tried = await page.evaluate(() => (globalThis as { saysoTried?: Tried[] }).saysoTried ?? []);
        return tried.find(({ error }) => error !== undefined);
      });
      expect(refused.error).toBe('NotAllowedError');
      expect(refused.atMs - sinceMs).toBeLessThan(FELT_WITHIN_MS);
      expect((await attempt(page, 'ratings')).error).toMatchObject({ name: 'NotAllowedError', isDOMException: true });
      expect(await call(page, 'grants')).toEqual([]);
      await page.close();
    }
  }

  /** When the first button of a page of Sayso's from now on is pressed. */
  async function pressedAtMs(page: Page, pressIt: () => Promise<void>): Promise<number> {
    await page.evaluate(() => {
      window.addEventListener('click', () => Object.assign(globalThis, { saysoPressedAtMs: Date.now() }), {
        capture: true,
        once: true,
      });
    });
    await pressIt();
    return page.evaluate(() => (globalThis as unknown as { saysoPressedAtMs: number }).saysoPressedAtMs);
  }

  it.each(['alive', 'asleep'])('stopped in Sayso, the background %s', async (life) => {
    const { pages } = await twoTabs(`stopped-${life}`);
    const dashboard = await openSite(stage.browser, `http://stopped-${life}.localhost`);
    await sees(dashboard, 'Stop');
    if (life === 'asleep') {
      await stage.browser.killBackground();
    }
    const sinceMs = await pressedAtMs(dashboard, () => press(dashboard, 'sayso-grant >>> button.danger'));
    await allFeel(pages, sinceMs);
    await dashboard.close();
  });

  it('with the whole site, blocked in Sayso', async () => {
    const { pages } = await twoTabs('blocked');
    const dashboard = await openSite(stage.browser, 'http://blocked.localhost');
    await sees(dashboard, 'Block');
    const sinceMs = await pressedAtMs(dashboard, () => press(dashboard, 'section.end >>> button.danger'));
    await allFeel(pages, sinceMs);
    await dashboard.close();
  });

  it.each(['alive', 'asleep'])(
    'with the site, in the browser’s own screen of permissions, the background %s',
    async (life) => {
      const origin = `http://taken-${life}.localhost`;
      const { pages } = await twoTabs(`taken-${life}`);
      const witness = await openDashboard(stage.browser, 'about');
      await witness.evaluate(() => {
        const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
        (global.browser ?? global.chrome).permissions.onRemoved.addListener(() => {
          Object.assign(globalThis, { saysoRemovedAtMs: Date.now() });
        });
      });
      if (life === 'asleep') {
        await stage.browser.killBackground();
      }
      await stage.browser.removePermission(`${origin}/*`);
      const sinceMs = await until('the permission to be gone', () =>
        witness.evaluate(() => (globalThis as { saysoRemovedAtMs?: number }).saysoRemovedAtMs),
      );
      await allFeel(pages, sinceMs);
      await witness.close();

      await until('its scripts to be taken back', async () => {
        const { scripts } = await readHeld(stage.browser);
        return scripts.every(({ id }) => !id.endsWith(origin));
      });
      const anew = await stage.browser.page(`${origin}/`);
      expect(await anew.evaluate(() => 'customer' in navigator)).toBe(false);
      await anew.close();
    },
  );

  it('given back by the vendor: its other tabs feel it, too', async () => {
    const { first, pages, grantId } = await twoTabs('withdrawn');
    const sinceMs = await first.evaluate(() => Date.now());
    await call(first, 'withdraw', grantId);
    expect((await attempt(first, 'ratings')).error?.name).toBe('NotAllowedError');
    await allFeel(pages, sinceMs);
    const dashboard = await openSite(stage.browser, 'http://withdrawn.localhost');
    await sees(dashboard, 'It gave back what it was allowed');
    await dashboard.close();
  });
});
