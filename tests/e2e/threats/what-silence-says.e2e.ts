import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { refusalTellAtMs } from '../../../src/policy/refusal-delay.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import {
  addPreference,
  openDashboard,
  openSite,
  press,
  rateAt,
  refuse,
  refuseForever,
  sees,
  waitForPrompt,
} from '../support/actions.ts';
import { beginAsk, type Outcome, rightAsk } from '../support/ask.ts';
import { call } from '../support/calls.ts';
import { readHeld } from '../support/held.ts';
import { openPrompts } from '../support/prompts.ts';
import { REFUSAL_MS, settled } from '../support/settled.ts';
import { askAndAllow, chosenPage, quietSites } from '../support/vendor.ts';

/** How soon and how late a page may learn that it got nothing, in milliseconds. */
const SOONEST_MS = refusalTellAtMs(0, 0, 0);
const LATEST_MS = refusalTellAtMs(0, 1 - 2 ** -32, 0);
/** Clocks are rounded, and the answer has a way to go. */
const CLOCK_MS = 5;
const WAY_MS = 5_000;

describe('threat 30: what silence says', () => {
  const stage = useBrowser({ sites: quietSites('refused', 'remembered', 'blocked', 'ignored') });

  /** Asks for something new, by a name of its own. */
  async function ask(page: Page, name: string): Promise<void> {
    await page.bringToFront();
    await beginAsk(page, rightAsk({ id: name }));
  }

  /** Until Sayso has decided by itself, so that the next ask is one more. */
  async function silenced(count: number): Promise<void> {
    await until('the ask to be silenced', async () => {
      const { tables } = await readHeld(stage.browser);
      const rows = [...(tables['decisions'] ?? []), ...(tables['hushed'] ?? [])];
      return rows.filter(({ outcome }) => outcome === 'silenced').length === count;
    });
  }

  it('refused, remembered, ignored, blocked and over the limit: the same words after the same spread of time', {
    timeout: 2 * REFUSAL_MS,
  }, async () => {
    const { browser } = stage;
    const pages: Record<string, Page> = {};

    const refused = await chosenPage(browser, 'refused');
    for (const name of ['refused 1', 'refused 2']) {
      await ask(refused, name);
      await refuse(browser);
      pages[name] = refused;
    }
    // Two in a row got nothing: the person is left in peace for a while.
    for (const [index, name] of ['over the limit 1', 'over the limit 2'].entries()) {
      await ask(refused, name);
      await silenced(index + 1);
      pages[name] = refused;
    }

    const remembered = await chosenPage(browser, 'remembered');
    await ask(remembered, 'refused for good');
    await refuseForever(browser);
    pages['refused for good'] = remembered;
    for (const [index, name] of ['remembered 1', 'remembered 2'].entries()) {
      await ask(remembered, name);
      await silenced(index + 3);
      pages[name] = remembered;
    }

    const blocked = await chosenPage(browser, 'blocked');
    const dashboard = await openSite(browser, 'http://blocked.localhost');
    await press(dashboard, 'sayso-vendor >>> .end button');
    await sees(dashboard, 'Unblock');
    await dashboard.close();
    for (const [index, name] of ['blocked 1', 'blocked 2'].entries()) {
      await ask(blocked, name);
      await silenced(index + 5);
      pages[name] = blocked;
    }

    const ignored = await chosenPage(browser, 'ignored');
    await ask(ignored, 'ignored');
    const prompt = await waitForPrompt(browser);
    await prompt.close();
    pages['ignored'] = ignored;

    const outcomes: [string, Outcome][] = [];
    for (const [name, page] of Object.entries(pages)) {
      outcomes.push([name, await settled(page, name)]);
    }
    expect(await openPrompts(browser)).toEqual([]);
    expect(outcomes).toHaveLength(10);
    for (const [name, { error, message, ms }] of outcomes) {
      expect([error, message], name).toEqual(['NotAllowedError', 'Not given.']);
      expect(ms, name).toBeGreaterThanOrEqual(SOONEST_MS - CLOCK_MS);
      expect(ms, name).toBeLessThanOrEqual(LATEST_MS + WAY_MS);
    }
  });
});

describe('threat 31: two vendors who compare what they got', () => {
  const stage = useBrowser({ sites: quietSites('one', 'two') });

  /** All that a vendor got, page by page. */
  async function readAll(page: Page): Promise<unknown[]> {
    const first = await call(page, 'ratings', { limit: 1 });
    expect(first.next).toEqual(expect.any(String));
    const second = await call(page, 'ratings', { limit: 1, cursor: first.next ?? '' });
    expect(second.items).toHaveLength(1);
    const preferences = await call(page, 'preferences');
    expect(preferences.items).toHaveLength(1);
    return [await call(page, 'grants'), first, second, preferences];
  }

  it('find no identifier in common', async () => {
    const { browser } = stage;
    await rateAt(browser, 'http://matinee.localhost/film/the-matrix-1999/', 9);
    await rateAt(browser, 'http://matinee.localhost/film/a-trip-to-the-moon-1902/', 7);
    const dashboard = await openDashboard(browser, 'preferences');
    await addPreference(dashboard, { key: 'coffee', value: 'espresso', isPrivate: false });
    await dashboard.close();

    const ask = rightAsk({ required: [{ collection: 'ratings' }, { collection: 'preferences' }] });
    const got: unknown[][] = [];
    for (const name of ['one', 'two']) {
      const page = await chosenPage(browser, name);
      await askAndAllow(browser, page, ask);
      got.push(await readAll(page));
    }
    const [one, two] = got.map((all) => new Set(stringsOf(all)));
    const common = [...(one ?? [])].filter((text) => two?.has(text)).sort();
    // What each asked for, what everybody calls a thing, and what the person said of it. Nothing that names the person.
    expect(common).toEqual(
      [
        ...['ratings', 'preferences', 'ProvideProductRecommendations', 'SD-BASE', 'P1D', 'none', 'many', 'active'],
        ...['https://schema.org', 'Review', 'Rating', 'Movie', 'PropertyValue'],
        ...['The Matrix', 'imdb:tt0133093', 'https://www.imdb.com/title/tt0133093/'],
        ...['A Trip to the Moon', 'imdb:tt0000417', 'https://www.imdb.com/title/tt0000417/'],
        ...['coffee', 'espresso', 'prefer'],
      ].sort(),
    );
    // The person, the grant, the moment, and where the next page begins: each has its own.
    expect((one?.size ?? 0) - common.length).toBeGreaterThanOrEqual(4);
  });
});

/** Every text in a value, however deep. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
