import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { FILMS } from '../../../examples/matinee/public/films.js';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, connect, openSite, press, rateAt, textsOf } from '../support/actions.ts';
import { filmPage } from '../support/films.ts';

const MATINEE = 'http://matinee.localhost';
const HOUSE_ORDER = FILMS.map(({ title }) => title);

describe('step 7: Matinee, with the module that is built for vendors', () => {
  const stage = useBrowser();
  let page: Page;

  beforeAll(async () => {
    await rateAt(stage.browser, filmPage('Up'), 10);
    await rateAt(stage.browser, filmPage('Stalker'), 9);
    await rateAt(stage.browser, filmPage(HOUSE_ORDER[0] ?? ''), 1);
    page = await stage.browser.page(`${MATINEE}/`);
  });

  /** Waits until the shelf stands in an order of this name. @returns the titles on it */
  async function shelfIn(order: string): Promise<string[]> {
    await until(`the shelf in the order ${order}`, () =>
      page.evaluate((name) => document.querySelector<HTMLElement>('#shelf')?.dataset['order'] === name, order),
    );
    return textsOf(page, '#shelf .title');
  }

  it('finds the person with it as soon as they connect', async () => {
    expect(await textsOf(page, '#shelf .title')).toEqual(HOUSE_ORDER);
    expect(await isShown(page, '#order-by-taste')).toBe(false);
    await connect(stage.browser, page);
    await until('its own button', () => isShown(page, '#order-by-taste'));
    const status = await page.evaluate(() => {
      const [entry] = performance.getEntriesByName(`${location.origin}/sdk/index.js`);
      return (entry as PerformanceResourceTiming | undefined)?.responseStatus;
    });
    expect(status).toBe(200);
  });

  it('orders its shelf by rank after Allow: the same films, and no mark of the person’s on any', async () => {
    await press(page, '#order-by-taste');
    await allow(stage.browser);
    const titles = await shelfIn('taste');
    expect(titles.slice(0, 2)).toEqual(['Up', 'Stalker']);
    expect(titles.at(-1)).toBe(HOUSE_ORDER[0]);
    expect(titles.toSorted()).toEqual(HOUSE_ORDER.toSorted());
    expect(await textsOf(page, '#order-name')).toEqual(['In the order of your taste']);
    expect(await ownMarks(page)).toEqual([]);
    expect(await textsOf(page, '#grants li')).toEqual([
      expect.stringContaining('the order of our list by your ratings of films'),
    ]);
  });

  it('shows the person’s own ratings once it may read them', async () => {
    await press(page, '#my-ratings');
    await allow(stage.browser);
    const titles = await shelfIn('ratings');
    expect(titles.slice(0, 3)).toEqual(['Up', 'Stalker', HOUSE_ORDER[0]]);
    expect(await ownMarks(page)).toEqual(['You: 5 of 5', 'You: 4.5 of 5', 'You: 0.5 of 5']);
  });

  it('goes back to its own order when the person stops it in Sayso, and when it gives back what it holds', async () => {
    const dashboard = await openSite(stage.browser, MATINEE);
    await press(dashboard, 'sayso-grant >>> button.danger'); // the newest: the ratings
    expect(await shelfIn('house')).toEqual(HOUSE_ORDER);
    expect(await ownMarks(page)).toEqual([]);
    await dashboard.close();

    await page.bringToFront();
    await press(page, '#order-by-taste');
    await shelfIn('taste');
    await press(page, '#give-back');
    expect(await shelfIn('house')).toEqual(HOUSE_ORDER);
    expect(await page.evaluate(() => navigator.customer?.grants())).toEqual([]);
  });
});

function isShown(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((which) => document.querySelector(which)?.checkVisibility() === true, selector);
}

/** The person's marks on the shelf, as far as anybody sees them, in its order. */
async function ownMarks(page: Page): Promise<string[]> {
  return textsOf(page, '#shelf .own:not([hidden])');
}
