import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, sees, seenText, waitForPrompt } from '../support/actions.ts';
import { closeEmptyWindows } from '../support/around.ts';
import { beginAsk, outcomeOf, rightAsk } from '../support/ask.ts';
import { call } from '../support/calls.ts';
import { pendingAsks, readHeld } from '../support/held.ts';
import { openPrompts } from '../support/prompts.ts';
import { settled } from '../support/settled.ts';
import { askAndAllow, chosenPage, quietSites, rateOneFilm } from '../support/vendor.ts';

const VENDOR = 'http://vendor.localhost/';

describe('threat 15: the browser restarts with an ask pending', () => {
  const stage = useBrowser({ sites: quietSites('vendor') });

  it('shows no stale prompt and gives nothing; asked anew, it asks the person anew', async () => {
    const { browser } = stage;
    await beginAsk(await chosenPage(browser, 'vendor'));
    const prompt = await waitForPrompt(browser);
    await sees(prompt, rightAsk().text);
    expect(pendingAsks(await readHeld(browser))).toHaveLength(1);
    const { search } = new URL(await prompt.evaluate(() => location.href));

    await browser.restart();
    const page = await browser.page(VENDOR);
    await until('navigator.customer', () => page.evaluate(() => navigator.customer?.version === '1'));
    // The background is awake and has looked at what it holds by the time that it answers.
    expect(await page.evaluate(() => navigator.customer?.grants())).toEqual([]);
    expect(await openPrompts(browser)).toEqual([]);
    const held = await readHeld(browser);
    expect(held.session['asks'] ?? []).toEqual([]);
    expect(held.tables).toMatchObject({ grants: [] });
    // A browser that quits may first close the prompt's window, as the person can, and have time to tell.
    const decided = held.tables['decisions']?.map(({ outcome }) => outcome) ?? [];
    expect(['', 'ignored']).toContain(decided.join());

    // A browser that brings back the windows of before may bring back this one.
    const stale = await browser.openExtensionPage(`src/ui/prompt/prompt.html${search}`);
    await sees(stale, 'This is settled');
    expect(await seenText(stale)).not.toContain(rightAsk().text);
    await browser.waitForClosed(stale);

    await page.bringToFront();
    await beginAsk(page);
    await allow(browser);
    expect((await settled(page)).value).toMatchObject({ status: 'active' });
    expect((await readHeld(browser)).tables['grants']).toHaveLength(1);
  });
});

describe('threat 16: the extension reloads under an open page', () => {
  const stage = useBrowser({ sites: quietSites('vendor') });
  /** What the page's console says, and what the page throws. */
  const logged: string[] = [];
  let page: Page;

  beforeAll(async () => {
    await rateOneFilm(stage.browser);
    page = await chosenPage(stage.browser, 'vendor');
    await askAndAllow(stage.browser, page);
    page.on('console', (message) => logged.push(message.text()));
    page.on('pageerror', (thrown) => logged.push(String(thrown)));
    await page.evaluate(() => console.log('listening'));
    await until('the console', () => logged.includes('listening'));
    logged.length = 0;
  });

  it('what the page waits for rejects with InvalidStateError, and nothing is logged in the page', async () => {
    await beginAsk(page, rightAsk({ id: 'other', text: 'Something else.', required: [{ collection: 'preferences' }] }));
    // Shown whole: a window that is still being made outlives its extension, and says then that this is settled.
    await sees(await waitForPrompt(stage.browser), 'Something else.');
    await stage.browser.reloadExtension();
    expect(await settled(page, 'other')).toMatchObject({ error: 'InvalidStateError' });
    await until('the prompt to go', async () => (await openPrompts(stage.browser)).length === 0);

    // What it calls from now on ends, too. Firefox has put the new Sayso's bridge into the page, Chromium has not.
    const told = page.evaluate(() =>
      navigator.customer?.grants().then(
        () => 'told',
        (thrown: unknown) => (thrown as Error).name,
      ),
    );
    expect(await told).toBe(stage.browser.name === 'firefox' ? 'told' : 'InvalidStateError');
    await page.evaluate(() => console.log('the end'));
    await until('the console', () => logged.includes('the end'));
    expect(logged).toEqual(['the end']);
  });

  it('the page, loaded again, is served, the ask that waited gave nothing, and asked anew the person is asked anew', async () => {
    await page.reload();
    await until('navigator.customer', () => page.evaluate(() => navigator.customer?.version === '1'));
    expect(await outcomeOf(page, 'other')).toBeUndefined();
    const held = await readHeld(stage.browser);
    expect(pendingAsks(held)).toEqual([]);
    expect(held.tables['decisions']).toHaveLength(1);
    await closeEmptyWindows(stage.browser);
    await askAndAllow(stage.browser, page, rightAsk({ id: 'anew' }));
    expect((await call(page, 'ratings')).items).toHaveLength(1);
  });
});
