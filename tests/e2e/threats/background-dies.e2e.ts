import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, sees, showStars, waitForPrompt } from '../support/actions.ts';
import { rightAsk } from '../support/ask.ts';
import {
  hasCommitted,
  hasLostWindow,
  heardCall,
  loseCommits,
  loseWindows,
  noteCalls,
} from '../support/background-at.ts';
import { readHeld } from '../support/held.ts';
import { holdDatabase } from '../support/hold-database.ts';
import { answersTo, beginCall, openPort } from '../support/port-calls.ts';
import { openPrompts } from '../support/prompts.ts';
import { pressStars, rateInline, seesStars } from '../support/stars.ts';
import { askAndAllow, chosenPage, quietSites, rateOneFilm } from '../support/vendor.ts';

const ALL = rightAsk({ id: 'all', required: [{ collection: 'ratings' }, { collection: 'preferences' }] });
const FILMS = ['tt0017136', 'tt0133093', 'tt0062622', 'tt0078748', 'tt0083658'].map((id) => ({
  identifier: `imdb:${id}`,
  '@type': 'Movie',
}));

/** Each kind of request that is answered at once, with an input that no other call here has. */
const CALLS = {
  grants: () => undefined,
  ratings: (n: number) => ({ limit: n }),
  preferences: (n: number) => ({ limit: n }),
  rank: () => FILMS,
  intentions: () => ({}),
} as const;

/** Those that leave a line in the log, and so have a moment between what they do and what they say. */
const WRITING = ['ratings', 'preferences', 'rank'] as const;

describe('threat 12: the background is killed before, during and after each kind of request', () => {
  const stage = useBrowser({ sites: quietSites('vendor') });
  let page: Page;
  let count = 100;

  beforeAll(async () => {
    await rateOneFilm(stage.browser);
    page = await chosenPage(stage.browser, 'vendor');
    await askAndAllow(stage.browser, page, ALL);
    await openPort(page);
  });

  async function begin(call: keyof typeof CALLS): Promise<number> {
    count += 1;
    await beginCall(page, count, call, CALLS[call](count));
    return count;
  }

  /** The one answer to each call, once each has one and a later call over the same way has its own. */
  async function onlyAnswers(...calls: readonly number[]): Promise<readonly (readonly unknown[])[]> {
    for (const n of calls) {
      await until(`an answer to ${String(n)}`, async () => (await answersTo(page, n)).length > 0);
    }
    const last = await begin('grants');
    await until('the last answer', async () => (await answersTo(page, last)).length > 0);
    const all = await Promise.all(calls.map((n) => answersTo(page, n)));
    expect(all.map(({ length }) => length)).toEqual(calls.map(() => 1));
    return all.flat();
  }

  /** The calls in the log of what this vendor read, in no order. */
  async function reads(): Promise<readonly string[]> {
    const { tables } = await readHeld(stage.browser);
    return (tables['disclosures'] ?? []).map(({ call }) => String(call)).sort();
  }

  function expectRight(call: keyof typeof CALLS, answer: readonly unknown[] | undefined): void {
    const right = {
      grants: /"status":"active"/u,
      ratings: /The Matrix/u,
      preferences: /"items":\[\]/u,
      rank: /^\[\{"index":1\}/u,
      intentions: /"items":\[\]/u,
    };
    expect(answer?.join(' ')).toMatch(right[call]);
  }

  it.each(Object.keys(CALLS) as (keyof typeof CALLS)[])('%s: before, and after', async (call) => {
    await stage.browser.killBackground();
    const first = await begin(call);
    const [answer] = await onlyAnswers(first);
    expectRight(call, answer);
    await stage.browser.killBackground();
    const second = await begin(call);
    expectRight(call, (await onlyAnswers(first, second))[1]);
  });

  it.each(['grants', ...WRITING] as const)('%s: during, before it has done anything', async (call) => {
    const before = await reads();
    await onlyAnswers(await begin('grants'));
    await noteCalls(stage.browser);
    // The bridge hangs up, as when the page is put away, and comes again with the next call.
    await page.evaluate(() => ['pagehide', 'pageshow'].forEach((type) => dispatchEvent(new Event(type))));
    const letGo = await holdDatabase(stage.browser);
    const n = await begin(call);
    try {
      await heardCall(stage.browser, call);
      await stage.browser.killBackground();
      expect(await answersTo(page, n)).toEqual([]);
    } finally {
      await letGo();
    }
    const [answer] = await onlyAnswers(n);
    expectRight(call, answer);
    expect(await reads()).toEqual(call === 'grants' ? before : [...before, call].sort());
  });

  it.each(WRITING)('%s: during, between what it does and what it says', async (call) => {
    const before = await reads();
    await onlyAnswers(await begin('grants'));
    await loseCommits(stage.browser);
    const n = await begin(call);
    await hasCommitted(stage.browser);
    expect(await reads()).toHaveLength(before.length + 1);
    expect(await answersTo(page, n)).toEqual([]);
    await stage.browser.killBackground();
    const [answer] = await onlyAnswers(n);
    expectRight(call, answer);
    expect(await reads()).toEqual([...before, call].sort());
  });

  it('thirty reads of a page at once: during, and each is answered once', async () => {
    await onlyAnswers(await begin('grants'));
    const calls: number[] = [];
    for (let n = 0; n < 30; n += 1) {
      calls.push(await begin('ratings'));
    }
    await stage.browser.killBackground();
    for (const answer of await onlyAnswers(...calls)) {
      expectRight('ratings', answer);
    }
  });

  it('withdraw and request: before, during and after', async () => {
    const { browser } = stage;
    const grant = await heldGrant();
    await browser.killBackground();
    const withdrawn = await beginNext('withdraw', grant);
    expect(await onlyAnswers(withdrawn)).toEqual([['null']]);
    expect(await endings(grant)).toEqual(['withdrawn']);

    // The ask is written down, and its window is still to be opened.
    await loseWindows(browser);
    const asked = await beginNext('request', ALL);
    await hasLostWindow(browser);
    await browser.killBackground();
    await allow(browser);
    const [[given] = []] = await onlyAnswers(asked);
    expect(given).toMatch(/"status":"active"/u);
    expect(await openPrompts(browser)).toEqual([]);
    const next = await heldGrant();
    expect(next).not.toBe(grant);
    const { tables } = await readHeld(browser);
    expect(tables['grants']).toHaveLength(2);
    expect(tables['decisions']).toHaveLength(2);

    // It has given the grant back, and not yet said so.
    await loseCommits(browser);
    const again = await beginNext('withdraw', next);
    await hasCommitted(browser);
    await browser.killBackground();
    expect(await onlyAnswers(again)).toEqual([['null']]);
    expect(await endings(next)).toEqual(['withdrawn']);
  });

  it('request: during, between its window and the word of it; the person sees one', async () => {
    const { browser } = stage;
    await page.bringToFront();
    await onlyAnswers(await begin('grants'));
    await loseWindows(browser, true);
    const asked = await beginNext('request', { ...ALL, id: 'other', text: 'Once more, for something else.' });
    await hasLostWindow(browser);
    await sees(await waitForPrompt(browser), 'Once more');
    await browser.killBackground();
    // The page has asked again by the time that later calls of it are answered.
    await onlyAnswers(await begin('grants'));
    expect(await openPrompts(browser)).toHaveLength(1);
    await allow(browser);
    expect((await onlyAnswers(asked)).join()).toMatch(/"status":"active"/u);
    expect(await openPrompts(browser)).toEqual([]);
  });

  it('a press on the stars: before and during', async () => {
    const { browser } = stage;
    const film = await browser.page('http://matinee.localhost/film/the-matrix-1999/');
    await showStars(browser, film);
    await seesStars(browser, film, 'The Matrix', '4.5 stars');
    await browser.killBackground();
    await rateInline(browser, film, 'The Matrix', 4);
    await seesStars(browser, film, 'The Matrix', '2 stars');
    expect(await marks()).toEqual([2]);

    await noteCalls(browser);
    const letGo = await holdDatabase(browser);
    await pressStars(browser, film, 'The Matrix', 6);
    try {
      await heardCall(browser, 'rate');
      await browser.killBackground();
    } finally {
      await letGo();
    }
    // One answer, and what is shown is what is kept.
    await seesStars(browser, film, 'The Matrix', ({ said }) => said === 'Not saved. Try again.');
    await seesStars(browser, film, 'The Matrix', '2 stars');
    expect(await marks()).toEqual([2]);
    await rateInline(browser, film, 'The Matrix', 6);
    expect(await marks()).toEqual([3]);
    await film.close();
  });

  async function beginNext(call: string, input: unknown): Promise<number> {
    count += 1;
    await beginCall(page, count, call, input);
    return count;
  }

  async function heldGrant(): Promise<string> {
    const [[json] = []] = await onlyAnswers(await begin('grants'));
    const [grant, ...others] = JSON.parse(String(json)) as { readonly id: string }[];
    expect(others).toEqual([]);
    return grant?.id ?? '';
  }

  /** How a grant ended, each time that it was written down. */
  async function endings(grant: string): Promise<readonly unknown[]> {
    const { tables } = await readHeld(stage.browser);
    return (tables['grantChanges'] ?? []).filter(({ grantId }) => grantId === grant).map(({ kind }) => kind);
  }

  /** What the one film is rated with now. */
  async function marks(): Promise<readonly unknown[]> {
    const { tables } = await readHeld(stage.browser);
    return (tables['ratings'] ?? []).map(({ given }) => (given as { value: number }).value);
  }
});
