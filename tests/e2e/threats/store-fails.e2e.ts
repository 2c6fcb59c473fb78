import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/use-browser.ts';
import { closePopup, openDashboard, rate, sees } from '../support/actions.ts';
import { deleteDatabase, fillDisk, holdVersion, SMALL_DISK } from '../support/break-store.ts';
import { attempt, call } from '../support/calls.ts';
import { readHeld } from '../support/held.ts';
import { askAndAllow, chosenPage, quietSites, rateOneFilm } from '../support/vendor.ts';

const FULL = 'There is no room left on this device';
const UNAVAILABLE = 'Sayso cannot reach its data at the moment';
const UNABLE = { error: { name: 'InvalidStateError', message: 'Sayso cannot answer now.', isDOMException: true } };

describe('threat 28: the disk is full', () => {
  const stage = useBrowser({ sites: quietSites('vendor'), ...SMALL_DISK });

  it('nothing is half-done, the person is told, a vendor gets nothing, and with room again it works', {
    timeout: 120_000,
  }, async () => {
    const { browser } = stage;
    await rateOneFilm(browser);
    const vendor = await chosenPage(browser, 'vendor');
    await askAndAllow(browser, vendor);
    const film = await browser.page('http://matinee.localhost/film/metropolis-1927/');
    const before = await readHeld(browser);

    const makeRoom = await fillDisk(browser);
    const popup = await browser.openPopup(film);
    await rate(popup, 7);
    await sees(popup, FULL);
    await closePopup(browser, popup);
    expect(await attempt(vendor, 'ratings')).toEqual(UNABLE);
    const { bytes: _filler, ...tables } = (await readHeld(browser)).tables;
    expect(tables).toEqual(before.tables);

    await makeRoom();
    // The background is the one of before.
    expect((await call(vendor, 'ratings')).items).toHaveLength(1);
    const again = await browser.openPopup(film);
    await rate(again, 8);
    await sees(again, 'Saved: 4 stars');
    await closePopup(browser, again);
    expect((await call(vendor, 'ratings')).items).toHaveLength(2);
  });
});

describe('threat 28: another connection', () => {
  const stage = useBrowser({ sites: quietSites('vendor') });
  let vendor: Page;

  beforeAll(async () => {
    await rateOneFilm(stage.browser);
    vendor = await chosenPage(stage.browser, 'vendor');
    await askAndAllow(stage.browser, vendor);
  });

  it('of a later version: what is there is neither read nor written, and the person is told', async () => {
    const { browser } = stage;
    const before = await readHeld(browser);
    const dashboard = await openDashboard(browser);
    await sees(dashboard, 'The Matrix');
    const later = await holdVersion(browser, 1_000);
    expect(await attempt(vendor, 'ratings')).toEqual(UNABLE);
    expect(await attempt(vendor, 'grants')).toEqual(UNABLE);
    await reload(dashboard);
    await sees(dashboard, UNAVAILABLE);
    const film = await browser.page('http://matinee.localhost/film/metropolis-1927/');
    const popup = await browser.openPopup(film);
    await sees(popup, UNAVAILABLE);
    await closePopup(browser, popup);
    expect((await readHeld(browser)).tables).toEqual(before.tables);
    await Promise.all([later.close(), dashboard.close(), film.close()]);
  });

  it('that deletes it and then blocks it: the person is told, and once it lets go Sayso starts anew', async () => {
    const { browser } = stage;
    const blocker = await holdVersion(browser, 1, true);
    await browser.killBackground();
    const dashboard = await openDashboard(browser);
    await sees(dashboard, UNAVAILABLE);
    expect(await attempt(vendor, 'ratings')).toEqual(UNABLE);
    await blocker.close();
    await reload(dashboard);
    await sees(dashboard, 'No ratings yet');
    // Nobody is chosen in an empty database.
    expect((await attempt(vendor, 'ratings')).error?.name).toBe('NotAllowedError');
    await dashboard.close();
    await rateOneFilm(browser);
  });
});

describe('threat 28: the database is deleted under Sayso', () => {
  const stage = useBrowser({ sites: quietSites('vendor') });

  it('no vendor is given anything any more, and Sayso works on without being installed again', async () => {
    const { browser } = stage;
    await rateOneFilm(browser);
    const vendor = await chosenPage(browser, 'vendor');
    await askAndAllow(browser, vendor);
    const dashboard = await openDashboard(browser);
    await sees(dashboard, 'The Matrix');
    await deleteDatabase(browser);
    expect((await attempt(vendor, 'ratings')).error?.name).toBe('NotAllowedError');
    expect(await call(vendor, 'grants')).toEqual([]);
    await rateOneFilm(browser);
    const { tables } = await readHeld(browser);
    expect(tables['ratings']).toHaveLength(1);
    expect(tables['grants']).toEqual([]);
  });
});

/** Firefox's driver never hears that a page of an extension has loaded: what is awaited is what it shows then. */
async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.replaceChildren();
    location.reload();
  });
}
