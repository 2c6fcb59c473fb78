import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import {
  addPreference,
  closePopup,
  fill,
  openDashboard,
  openSite,
  press,
  rate,
  rateAt,
  refuseForever,
  sees,
  showStars,
  textsOf,
} from '../support/actions.ts';
import { beginAsk, rightAsk } from '../support/ask.ts';
import { attempt, call, countGrantsChanges, grantsChanges } from '../support/calls.ts';
import { filmPage } from '../support/films.ts';
import { type Held, readHeld } from '../support/held.ts';
import { openPrompts } from '../support/prompts.ts';
import { rateInline, seesStars } from '../support/stars.ts';
import { askAndAllow, chosenPage, quietSites } from '../support/vendor.ts';
import { type LogLine, readLog } from '../support/vendor-log.ts';

const CLUB = 'http://club.localhost';
/** How long after 'Connect' the background is stopped, in milliseconds. */
const STOPS_MS = [0, 60, 120, 200, 300];
const CUT = STOPS_MS.map((ms) => `cut-${String(ms)}`);
const PAN = 'Cast-Iron Pan, 24 cm';
const PAN_PAGE = 'http://corner-store.localhost/product/cast-iron-pan-24-cm/';

const FILMS = rightAsk({ id: 'films', required: [{ collection: 'ratings', kinds: ['Movie'] }] });
const WISHES = rightAsk({ id: 'wishes', required: [{ collection: 'preferences' }] });

describe('step 9: restart the browser or kill the background: nothing changes', () => {
  const stage = useBrowser({ sites: quietSites('club', 'brief', 'rude', ...CUT) });
  let before: Held;
  let log: readonly LogLine[];

  beforeAll(async () => {
    const { browser } = stage;
    await rateAt(browser, filmPage('The Apartment'), 9, { note: 'Shut up and deal.' });
    await rateAt(browser, filmPage('Alien'), 2);
    const dashboard = await openDashboard(browser, 'preferences');
    await addPreference(dashboard, { key: 'language', value: 'German' });
    await dashboard.close();
    const shop = await browser.page(PAN_PAGE);
    await showStars(browser, shop);
    await rateInline(browser, shop, PAN, 9);
    await shop.close();

    const club = await chosenPage(browser, 'club');
    await askAndAllow(browser, club, FILMS, 'Until I stop it');
    await askAndAllow(browser, club, WISHES, 'For 30 days');
    await call(club, 'ratings');
    await askAndAllow(browser, await chosenPage(browser, 'brief'), FILMS, 'Until the browser closes');
    await beginAsk(await chosenPage(browser, 'rude'), FILMS);
    await refuseForever(browser);
  }, 180_000);

  describe('the browser is restarted', () => {
    let club: Page;

    beforeAll(async () => {
      const { browser } = stage;
      // Deleted, with an undo that is still offered.
      const dashboard = await openDashboard(browser);
      await press(dashboard, 'button[aria-label="Delete Alien"]');
      await sees(dashboard, 'Alien deleted');
      await dashboard.close();
      const site = await openSite(browser, CLUB);
      log = await readLog(site);
      await site.close();
      before = await readHeld(browser);
      await browser.restart();
      club = await browser.page(`${CLUB}/`);
    });

    it('ratings, preferences, grants, chosen sites and logs are what they were', async () => {
      const after = await readHeld(stage.browser);
      expect(after.tables).toEqual(before.tables);
      expect(after.patterns.toSorted()).toEqual(before.patterns.toSorted());
      expect(byId(after)).toEqual(byId(before));
      expect(before.tables['ratings']?.length).toBeGreaterThan(0);
      expect(before.scripts.length).toBeGreaterThan(0);
    });

    it('the vendor’s page is connected and reads again, and nobody is asked', async () => {
      await until('navigator.customer', () => club.evaluate(() => navigator.customer?.version === '1'));
      expect((await call(club, 'grants')).map(({ scope }) => scope)).toEqual(
        expect.arrayContaining([FILMS.required, WISHES.required]),
      );
      const { items } = await call(club, 'ratings');
      expect(items.map(({ itemReviewed }) => itemReviewed.name)).toEqual(['The Apartment']);
      expect((await call(club, 'preferences')).items).toMatchObject([{ propertyID: 'language', value: 'de' }]);
      expect(await openPrompts(stage.browser)).toEqual([]);
    });

    it('a grant until the browser closes has ended, and one that asked in vain may still not ask', async () => {
      const brief = await stage.browser.page('http://brief.localhost/');
      expect(await call(brief, 'grants')).toEqual([]);
      expect((await attempt(brief, 'ratings')).error?.name).toBe('NotAllowedError');
      const rude = await stage.browser.page('http://rude.localhost/');
      await beginAsk(rude, FILMS);
      // Its ask is settled unseen: it stands in the log at once.
      const site = await openSite(stage.browser, 'http://rude.localhost');
      await sees(site, 'Asked, and Sayso refused without showing it to you');
      expect(await openPrompts(stage.browser)).toEqual([]);
      await Promise.all([brief.close(), rude.close(), site.close()]);
    });

    it('the stars stand beside the thing as they did', async () => {
      const shop = await stage.browser.page(PAN_PAGE);
      await seesStars(stage.browser, shop, PAN, '4.5 stars');
      await shop.close();
    });

    it('the dashboard shows what it showed, and the log goes on', async () => {
      const site = await openSite(stage.browser, CLUB);
      const after = await readLog(site);
      expect(after.slice(-log.length)).toEqual(log);
      expect(after.slice(0, -log.length).map(({ title }) => title)).toEqual(['Read 1 preference', 'Read 1 rating']);
      await site.close();
    });

    it('what was deleted before can be taken back', async () => {
      const dashboard = await openDashboard(stage.browser, 'changes');
      await sees(dashboard, /Deleted\b.*Alien/u);
      await press(dashboard, 'sayso-changes >>> button[aria-label*="Deleted"]');
      await sees(dashboard, 'taken back');
      await dashboard.close();
      const { items } = await call(club, 'ratings');
      expect(items.map(({ itemReviewed }) => itemReviewed.name)).toEqual(['Alien', 'The Apartment']);
      await club.close();
    });
  });

  describe('the background is killed', () => {
    let club: Page;

    beforeAll(async () => {
      club = await stage.browser.page(`${CLUB}/`);
      await until('navigator.customer', () => club.evaluate(() => navigator.customer?.version === '1'));
    });

    // What was still on its way may have woken the next one by the time that this is done.
    const kill = () => stage.browser.killBackground();

    it('between two calls of a page: each is answered as before', async () => {
      const answers = async () => [
        await call(club, 'ratings'),
        await call(club, 'preferences'),
        await call(club, 'grants'),
      ];
      const awake = await answers();
      await kill();
      expect(await call(club, 'grants')).toEqual(awake[2]);
      await kill();
      expect(await call(club, 'ratings')).toEqual(awake[0]);
      await kill();
      expect(await call(club, 'preferences')).toEqual(awake[1]);
      expect(await openPrompts(stage.browser)).toEqual([]);
    });

    it('between two pages of an answer: the cursor goes on where it was', async () => {
      const { items: first, next = '' } = await call(club, 'ratings', { limit: 1 });
      await kill();
      const { items: rest } = await call(club, 'ratings', { limit: 1, cursor: next });
      expect([...first, ...rest].map(({ itemReviewed }) => itemReviewed.name)).toEqual(['Alien', 'The Apartment']);
    });

    it('while the popup is open: a rating and a note are kept', async () => {
      const film = await stage.browser.page(filmPage('Up'));
      const popup = await stage.browser.openPopup(film);
      await sees(popup, 'Up');
      await kill();
      await rate(popup, 7);
      await sees(popup, 'Saved: 3.5 stars');
      await kill();
      await fill(popup, 'sayso-rate >>> textarea', 'Squirrel!');
      await popup.keyboard.press('Tab');
      await sees(popup, 'Note saved.');
      await closePopup(stage.browser, popup);
      await film.close();
      expect((await call(club, 'ratings', { limit: 1 })).items).toMatchObject([
        { itemReviewed: { name: 'Up' }, reviewRating: { ratingValue: 3.5 } },
      ]);
      const { tables } = await readHeld(stage.browser);
      expect(JSON.stringify(tables['ratings'])).toContain('Squirrel!');
    });

    it.each(STOPS_MS)('%i ms after a site was chosen: it is connected all the same', async (ms) => {
      const { browser } = stage;
      const page = await browser.page(`http://cut-${String(ms)}.localhost/`);
      await browser.grantPermission(`http://cut-${String(ms)}.localhost/*`);
      const popup = await browser.openPopup(page);
      await press(popup, 'sayso-site >>> button.connect.primary');
      await new Promise((resolve) => setTimeout(resolve, ms));
      await kill();
      await until('navigator.customer', () => page.evaluate(() => navigator.customer?.version === '1'));
      await sees(popup, 'Connected');
      await closePopup(browser, popup);
      await page.close();
    });

    it('while the dashboard is open: it follows what is read, deletes, and takes that back', async () => {
      const dashboard = await openDashboard(stage.browser);
      await sees(dashboard, 'Up');
      await kill();
      await press(dashboard, 'button[aria-label="Delete Up"]');
      await sees(dashboard, 'Up deleted');
      await kill();
      await press(dashboard, 'sayso-toast >>> button');
      await sees(dashboard, 'Undone.');
      await until('Up to be back', async () => (await textsOf(dashboard, 'sayso-rating-row >>> .name')).includes('Up'));
      await dashboard.close();

      const site = await openSite(stage.browser, CLUB);
      const count = (await readLog(site)).length;
      await kill();
      await call(club, 'preferences');
      await until('the read in the log', async () => (await readLog(site)).length === count + 1);
      await site.close();
    });

    it('while a page shows stars: a press is kept, and other tabs show it', async () => {
      const shop = await stage.browser.page(PAN_PAGE);
      await seesStars(stage.browser, shop, PAN, '4.5 stars');
      const other = await stage.browser.page(PAN_PAGE);
      await seesStars(stage.browser, other, PAN, '4.5 stars');
      await kill();
      await rateInline(stage.browser, other, PAN, 4);
      await seesStars(stage.browser, shop, PAN, '2 stars');
      await Promise.all([shop.close(), other.close()]);
    });

    it('before a revoke: the open page is told all the same', async () => {
      await countGrantsChanges(club);
      const site = await openSite(stage.browser, CLUB);
      await sees(site, 'Stop now');
      await kill();
      await press(site, 'sayso-grant >>> button.danger'); // the newest: the preferences
      await until('grantschange', async () => (await grantsChanges(club)).length > 0);
      expect((await attempt(club, 'preferences')).error?.name).toBe('NotAllowedError');
      expect((await call(club, 'ratings')).items).toHaveLength(3);
      await site.close();
    });
  });
});

function byId({ scripts }: Held): Held['scripts'] {
  return scripts.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
