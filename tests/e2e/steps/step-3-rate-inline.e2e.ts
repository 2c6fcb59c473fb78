import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { closePopup, openDashboard, press, sees, showStars } from '../support/actions.ts';
import { readHeld } from '../support/held.ts';
import { rateInline, seesStars, starsOn } from '../support/stars.ts';

const CORNER_STORE = 'http://corner-store.localhost';
const SECOND_STREET = 'http://second-street.localhost';

/** One thing, one GTIN, two names. */
const PAN = 'Cast-Iron Pan, 24 cm';
const PAN_PATH = '/product/cast-iron-pan-24-cm/';
const SKILLET = 'Brenner & Vale Skillet No. 24';
const SKILLET_PATH = '/thing/brenner-vale-skillet-no-24';

describe('step 3: rate inline', () => {
  const stage = useBrowser();

  it('asks the browser for that one site, and shows stars beside the product on its page', async () => {
    const page = await stage.browser.page(`${CORNER_STORE}${PAN_PATH}`);
    await showStars(stage.browser, page);
    expect((await readHeld(stage.browser)).patterns).toEqual([`${CORNER_STORE}/*`]);

    const stars = await seesStars(stage.browser, page, PAN, 'Not rated yet');
    expect(stars.host).toEqual({ tag: 'span', attributes: 0, children: 0 });
    expect(stars.at).toMatchObject({ width: 312, height: 36 });
    expect(await starsOn(stage.browser, page)).toHaveLength(1);
    // Stars are the person's own: the site is not connected by them, and can't tell.
    expect(await page.evaluate(() => 'customer' in navigator)).toBe(false);

    await rateInline(stage.browser, page, PAN, 9);
    await seesStars(stage.browser, page, PAN, '4.5 stars');
    const dashboard = await openDashboard(stage.browser);
    await sees(dashboard, PAN);
    await sees(dashboard, '4.5 / 5');
    await dashboard.close();
    await page.close();
  });

  it('shows them beside each item of a list, known or not', async () => {
    const page = await stage.browser.page(`${CORNER_STORE}/`);
    await seesStars(stage.browser, page, PAN, '4.5 stars');
    const names = await page.$$eval('.card .name', (all) => all.map(({ textContent }) => textContent));
    expect(names.length).toBeGreaterThan(20);
    // They come as the person comes near, and stay.
    const shown = await until('stars beside every card', async () => {
      await page.evaluate(() => window.scrollBy(0, window.innerHeight / 2));
      const all = await starsOn(stage.browser, page);
      return all.length >= names.length && all;
    });
    expect(shown.map(({ says }) => says.replace(/^Your rating of (.*): .*$/u, '$1')).sort()).toEqual(names.sort());
    expect(new Set(shown.map(({ at }) => `${at.width} × ${at.height}`))).toEqual(new Set(['96 × 24']));

    await rateInline(stage.browser, page, 'Paring Knife', 3);
    await seesStars(stage.browser, page, 'Paring Knife', '1.5 stars');
    expect(new URL(page.url()).pathname).toBe('/');
    await page.close();
  });

  it('shows one rating at another shop that sells the same thing under another name with the same GTIN', async () => {
    const page = await stage.browser.page(`${SECOND_STREET}${SKILLET_PATH}`);
    expect(await starsOn(stage.browser, page)).toEqual([]);
    await showStars(stage.browser, page);
    await seesStars(stage.browser, page, SKILLET, '4.5 stars');
    await page.close();
  });

  it('follows a single-page site from page to page without a load, and back', async () => {
    const page = await stage.browser.page(`${SECOND_STREET}${SKILLET_PATH}`);
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    await seesStars(stage.browser, page, SKILLET, '4.5 stars');

    await page.click('.back a');
    await seesStars(stage.browser, page, SKILLET, ({ at }) => at.width === 96);
    await seesStars(stage.browser, page, 'Auden A2 Wireless Headset', 'Not rated yet');
    expect(namesOf(await starsOn(stage.browser, page)).length).toBeGreaterThan(3);

    await page.click('a[href="/thing/auden-a2-wireless-headset"]');
    await seesStars(stage.browser, page, 'Auden A2 Wireless Headset', ({ at }) => at.width === 312);
    await rateInline(stage.browser, page, 'Auden A2 Wireless Headset', 8);
    expect(namesOf(await starsOn(stage.browser, page))).toEqual(['Auden A2 Wireless Headset']);

    await goBack(page, '/');
    await seesStars(stage.browser, page, 'Auden A2 Wireless Headset', '4 stars');
    await goBack(page, SKILLET_PATH);
    await seesStars(stage.browser, page, SKILLET, ({ at }) => at.width === 312);
    expect(namesOf(await starsOn(stage.browser, page))).toEqual([SKILLET]);
    expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
    await page.close();
  });

  it('changes the stars in every open tab when the rating changes in one', async () => {
    const shop = await stage.browser.page(`${CORNER_STORE}${PAN_PATH}`);
    await seesStars(stage.browser, shop, PAN, '4.5 stars');
    const street = await stage.browser.page(`${SECOND_STREET}${SKILLET_PATH}`);
    await rateInline(stage.browser, street, SKILLET, 4);
    await seesStars(stage.browser, shop, PAN, '2 stars');

    const dashboard = await openDashboard(stage.browser);
    const text = await sees(dashboard, PAN);
    expect(text).not.toContain(SKILLET);
    await dashboard.close();
    await shop.close();
    await street.close();
  });

  it('takes them away at once when the switch is turned off, and those of no other site', async () => {
    const street = await stage.browser.page(`${SECOND_STREET}${SKILLET_PATH}`);
    await seesStars(stage.browser, street, SKILLET, '2 stars');
    const page = await stage.browser.page(`${CORNER_STORE}${PAN_PATH}`);
    await seesStars(stage.browser, page, PAN, '2 stars');
    const popup = await stage.browser.openPopup(page);
    await sees(popup, 'Your stars are shown here. The site itself gets nothing.');
    await press(popup, 'sayso-site >>> input.switch');
    await sees(popup, 'This site cannot tell that you have Sayso.');
    await closePopup(stage.browser, popup);
    await until('the stars to be gone', async () => (await starsOn(stage.browser, page)).length === 0);
    await page.close();
    await seesStars(stage.browser, street, SKILLET, '2 stars');
    await street.close();
  });
});

function namesOf(stars: readonly { readonly says: string }[]): string[] {
  return stars.map(({ says }) => says.replace(/^Your rating of (.*): .*$/u, '$1'));
}

/** Back, within one document. */
async function goBack(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    history.back();
  });
  await until(`the address ${path}`, () => new URL(page.url()).pathname === path);
}
