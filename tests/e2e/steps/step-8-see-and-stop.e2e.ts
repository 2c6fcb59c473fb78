import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/protocol/customer.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import {
  addPreference,
  find,
  openDashboard,
  openSite,
  press,
  rateAt,
  refuse,
  sees,
  textsOf,
  waitForPrompt,
} from '../support/actions.ts';
import { beginAsk, rightAsk } from '../support/ask.ts';
import { attempt, call } from '../support/calls.ts';
import { felt, FELT_WITHIN_MS, feelChanges, pressTimed } from '../support/felt.ts';
import { filmPage, filmReference } from '../support/films.ts';
import { openPrompts } from '../support/prompts.ts';
import { REFUSAL_MS, settled } from '../support/settled.ts';
import { askAndAllow, chosenPage, quietSites } from '../support/vendor.ts';
import { readLog } from '../support/vendor-log.ts';

const FILMS = rightAsk({
  id: 'films',
  required: [{ collection: 'ratings', kinds: ['Movie'], fields: ['reviewBody'] }],
});
const WISHES = rightAsk({ id: 'wishes', required: [{ collection: 'preferences' }] });
const TOO_MUCH = rightAsk({ id: 'too-much', text: 'We would like it all.', retention: 'P10Y', sharing: ['Everybody'] });
const SHELF = ['Psycho', 'Jaws', 'Alien', 'The Apartment', 'Fargo'].map((title) => filmReference(title));

const READER = 'http://reader.localhost';
const OTHER = 'http://other.localhost';
const DAY_MS = 24 * 3_600_000;

const BLOCK = 'sayso-vendor >>> section.end div:nth-of-type(1) button';
const FORGET = 'sayso-vendor >>> section.end div:nth-of-type(2) button';
const REVOKE = 'sayso-grant >>> button.danger';

describe('step 8: see and stop', () => {
  const stage = useBrowser({ sites: quietSites('reader', 'nosy', 'other', 'left') });
  let reader: Page;
  let nosy: Page;
  /** Moments between which everything was read. */
  let readFromMs = 0;
  let readToMs = 0;

  beforeAll(async () => {
    const { browser } = stage;
    await rateAt(browser, filmPage('The Apartment'), 9, { note: 'Shut up and deal.' });
    await rateAt(browser, filmPage('Alien'), 2);
    const dashboard = await openDashboard(browser, 'preferences');
    await addPreference(dashboard, { key: 'language', value: 'German' });
    await dashboard.close();

    reader = await chosenPage(browser, 'reader');
    await askAndAllow(browser, reader, FILMS, 'For 30 days');
    await askAndAllow(browser, reader, WISHES, 'Until I stop it');
    readFromMs = Date.now();
    await call(reader, 'ratings');
    await call(reader, 'preferences');
    await call(reader, 'rank', SHELF);
    readToMs = Date.now();
    nosy = await chosenPage(browser, 'nosy');
    await beginAsk(nosy, TOO_MUCH);
    await refuse(browser);
  }, 120_000);

  it('lists every vendor: what it holds, until when, what it read, what it was refused', async () => {
    const dashboard = await openDashboard(stage.browser, 'sites');
    const text = await sees(dashboard, 'reader.localhost');
    expect(text).toMatch(/nosy\.localhost connected no permission · never read anything · 1 ask refused/u);
    expect(text).toMatch(/reader\.localhost connected 2 permissions until you stop it · read 3 times, last \w+ \d/u);
    await dashboard.close();
  });

  it('shows of one vendor what it holds, for what, until when', async () => {
    const dashboard = await openSite(stage.browser, READER);
    const text = await sees(dashboard, 'What happened');
    const month = (await call(reader, 'grants')).find(({ until: end }) => end !== undefined);
    expect(Date.parse(month?.until ?? '') - Date.parse(month?.from ?? '')).toBe(30 * DAY_MS);
    for (const words of [
      /until you stop it All your preferences In their own words “?We would like to know what you liked/u,
      new RegExp(`until ${dayOf(month?.until)}, .* Your ratings: Films What you wrote about it`, 'u'),
    ]) {
      expect(text).toMatch(words);
    }
    await dashboard.close();
  });

  it('shows what it actually read, item by item, and when', async () => {
    const dashboard = await openSite(stage.browser, READER);
    const [ranked, preferences, ratings, ...asked] = await readLog(dashboard);
    expect(ratings).toMatchObject({
      title: 'Read 2 ratings',
      more: ['with each: What you wrote about it', 'Alien: 1 / 5', 'The Apartment: 4.5 / 5'],
    });
    expect(preferences).toMatchObject({ title: 'Read 1 preference', more: ['Language: German'] });
    expect(ranked?.title).toBe('Had 5 things of its own put in your order');
    expect(ranked?.more[1]).toBe('The Apartment: because you rated it (90 of 100)');
    expect(ranked?.more).toHaveLength(1 + SHELF.length);
    expect(asked).toMatchObject([
      { title: 'Asked, and you allowed it', more: [WISHES.text, 'All your preferences'] },
      { title: 'Asked, and you allowed it', more: [FILMS.text, 'Your ratings: Films'] },
    ]);
    const moments = [readFromMs, ratings?.atMs, preferences?.atMs, ranked?.atMs, readToMs];
    expect(moments).toEqual(moments.toSorted((left = 0, right = 0) => left - right));

    // What it reads while the person looks appears by itself.
    await call(reader, 'ratings', { identifiers: ['imdb:tt0078748'] });
    await sees(dashboard, 'Read 1 rating ');
    expect((await readLog(dashboard))[0]?.more.at(-1)).toBe('Alien: 1 / 5');
    await dashboard.close();
  });

  it('shows what it asked and was refused', async () => {
    const dashboard = await openSite(stage.browser, 'http://nosy.localhost');
    expect(await readLog(dashboard)).toMatchObject([
      { title: 'Asked, and you refused', more: [TOO_MUCH.text, 'All your ratings'] },
    ]);
    await sees(dashboard, /They keep it for 10 years They pass it on to others, whom they call: Everybody/u);
    await dashboard.close();
  });

  it('shortens: the page is told, and its grant ends sooner', async () => {
    await feelChanges(reader);
    const dashboard = await openSite(stage.browser, READER);
    await sees(dashboard, 'Stop now');
    // Of both, the one that ends by itself: what would not be sooner is not offered.
    const ends = await textsOf(dashboard, 'sayso-grant >>> select option');
    expect(ends).toHaveLength(7);
    const grants = await call(reader, 'grants');
    // In a week: which of an hour and midnight comes first depends on when this runs.
    const list = await find(dashboard, 'sayso-grant >>> select', 1);
    await list.select(await list.evaluate((element) => (element as HTMLSelectElement).options[2]?.value ?? ''));
    await press(dashboard, 'sayso-grant >>> .acts button:not(.danger)', 1);
    await sees(dashboard, 'It now ends ');
    expect(await felt(reader)).toMatchObject({ next: 'given' });
    const [film, wishes] = (await call(reader, 'grants')).toSorted(byScope);
    const [filmBefore, wishesBefore] = grants.toSorted(byScope);
    expect(wishes).toEqual(wishesBefore);
    expect(film).toMatchObject({ id: filmBefore?.id, status: 'active', from: filmBefore?.from });
    const days = (Date.parse(film?.until ?? '') - Date.now()) / DAY_MS;
    expect(days).toBeLessThanOrEqual(7);
    expect(days).toBeGreaterThan(6.9);
    await sees(dashboard, 'You had it end sooner');
    await dashboard.close();
  });

  describe('a revoke', () => {
    let page: Page;

    beforeAll(async () => {
      page = await chosenPage(stage.browser, 'other');
    });

    it.each(['awake', 'asleep'])('is felt in an open tab at once, the background %s', async (how) => {
      const { browser } = stage;
      await askAndAllow(browser, page, FILMS);
      expect((await call(page, 'ratings')).items).toHaveLength(2);
      await feelChanges(page);
      const dashboard = await openSite(browser, OTHER);
      await sees(dashboard, 'Stop now');
      if (how === 'asleep') {
        await browser.killBackground();
      }
      const pressedAtMs = await pressTimed(dashboard, REVOKE);
      const { toldAtMs, next } = await felt(page);
      expect(next).toBe('NotAllowedError');
      const tookMs = toldAtMs - pressedAtMs;
      expect(tookMs).toBeGreaterThan(0);
      expect(tookMs).toBeLessThan(FELT_WITHIN_MS);
      await sees(dashboard, 'You stopped what it was allowed');
      await dashboard.close();
    });

    it('takes one grant, and leaves the others', async () => {
      const dashboard = await openSite(stage.browser, READER);
      await sees(dashboard, 'Stop now');
      await press(dashboard, REVOKE); // the newest: the preferences
      await sees(dashboard, 'Stopped. The site cannot read this any more.');
      expect((await attempt(reader, 'preferences')).error?.name).toBe('NotAllowedError');
      expect((await call(reader, 'ratings')).items).toHaveLength(2);
      expect((await call(reader, 'grants')).map(({ scope }) => scope)).toEqual([FILMS.required]);
      await sees(dashboard, 'What it might read before (1)');
      await dashboard.close();
    });
  });

  it('disconnects after one more question: the site has nothing any more, and its next page can’t tell', async () => {
    const page = await chosenPage(stage.browser, 'left');
    await askAndAllow(stage.browser, page, FILMS);
    const dashboard = await openSite(stage.browser, 'http://left.localhost');
    await press(dashboard, 'sayso-vendor-choices >>> input.switch');
    await sees(dashboard, 'Disconnect http://left.localhost?');
    expect(await call(page, 'grants')).toHaveLength(1);
    await press(dashboard, 'sayso-confirm >>> button.danger');
    await sees(dashboard, 'http://left.localhost is no longer connected.');
    expect((await attempt(page, 'ratings')).error?.name).toBe('NotAllowedError');
    await page.reload();
    expect(await page.evaluate(() => 'customer' in navigator)).toBe(false);
    await dashboard.close();
    await page.close();
  });

  it(
    'blocks: what it holds ends, its asks show no prompt; unblocking lets it ask again',
    async () => {
      const { browser } = stage;
      await feelChanges(reader);
      const dashboard = await openSite(browser, READER);
      await sees(dashboard, 'Stop now');
      await press(dashboard, BLOCK);
      await sees(dashboard, 'http://reader.localhost is blocked.');
      expect(await felt(reader)).toMatchObject({ next: 'NotAllowedError' });
      expect(await call(reader, 'grants')).toEqual([]);

      await reader.bringToFront();
      await beginAsk(reader, FILMS, 'while blocked');
      // Whoever asks later is shown, and so would be what was asked before.
      await nosy.bringToFront();
      await beginAsk(nosy, FILMS, 'after');
      await sees(await waitForPrompt(browser), /nosy\.localhost/u);
      expect(await openPrompts(browser)).toHaveLength(1);
      await refuse(browser);
      expect(await settled(reader, 'while blocked')).toMatchObject({ error: 'NotAllowedError' });
      expect(await openPrompts(browser)).toEqual([]);
      await reader.reload();
      expect(await reader.evaluate(() => 'customer' in navigator)).toBe(false);

      await dashboard.bringToFront();
      await press(dashboard, BLOCK);
      await sees(dashboard, 'http://reader.localhost is no longer blocked.');
      await reader.bringToFront();
      await reader.reload();
      await until('navigator.customer', () => reader.evaluate(() => navigator.customer?.version === '1'));
      // What ended stays ended: it has to ask.
      expect(await call(reader, 'grants')).toEqual([]);
      await askAndAllow(browser, reader, FILMS, 'Until I stop it');
      expect((await call(reader, 'ratings')).items).toHaveLength(2);
      await dashboard.close();
    },
    REFUSAL_MS,
  );

  it('forgets a vendor with all that passed, and Undo brings it back with what it held', async () => {
    const { browser } = stage;
    await feelChanges(reader);
    const before = await call(reader, 'grants');
    const dashboard = await openSite(browser, READER);
    await sees(dashboard, 'Stop now');
    const log = await readLog(dashboard);
    await press(dashboard, FORGET);
    await sees(dashboard, 'Forget http://reader.localhost?');
    await press(dashboard, 'sayso-confirm >>> button.danger');
    await sees(dashboard, 'http://reader.localhost is forgotten.');
    expect(await felt(reader)).toMatchObject({ next: 'NotAllowedError' });
    expect(await call(reader, 'grants')).toEqual([]);
    await until('the list without it', async () => {
      const sites = await textsOf(dashboard, 'sayso-sites >>> sayso-origin');
      return sites.length > 0 && !sites.some((site) => site.includes('reader'));
    });

    // The browser's leave was given back with it, and is asked for again.
    await browser.grantPermission('http://reader.localhost/*');
    await press(dashboard, 'sayso-toast >>> button');
    await sees(dashboard, 'Undone.');
    await sees(dashboard, /reader\.localhost connected 1 permission until you stop it · read/u);
    await until('what it held', async () => (await call(reader, 'grants')).length === 1);
    expect(await call(reader, 'grants')).toEqual(before);
    expect((await call(reader, 'ratings')).items).toHaveLength(2);
    await press(dashboard, 'sayso-sites >>> a[href*="reader"]');
    const logAfter = await readLog(dashboard);
    expect(logAfter.slice(-log.length)).toEqual(log);
    await dashboard.close();
  });
});

/** A day as the dashboard says it: `Nov 22, 2026`. */
function dayOf(moment = ''): string {
  return new Date(moment).toLocaleDateString('en-US', { dateStyle: 'medium' });
}

/** Ratings before preferences. */
function byScope(left: Grant, right: Grant): number {
  return (right.scope[0]?.collection ?? '').localeCompare(left.scope[0]?.collection ?? '');
}
