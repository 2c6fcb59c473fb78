import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, waitForPrompt } from '../support/actions.ts';
import { type Around, changeWindow, closeWindow, lookAround, openWindow } from '../support/around.ts';
import { beginAsk, outcomeOf, rightAsk } from '../support/ask.ts';
import { settled } from '../support/settled.ts';
import { chosenPage, quietSites } from '../support/vendor.ts';

describe('threat 21: an ask from a page that is not looked at', () => {
  const stage = useBrowser({ sites: quietSites('vendor', 'elsewhere') });
  let page: Page;

  beforeAll(async () => {
    page = await chosenPage(stage.browser, 'vendor');
  });

  /** The page asks where the person is not: they stay where they are, nothing opens, and the button says that one waits. */
  async function askUnseen(id: string): Promise<void> {
    const before = await lookAround(stage.browser);
    expect(before).toMatchObject({ badge: '', prompts: [] });
    await beginAsk(page, rightAsk({ id, text: id }));
    const after = await until<Around>('the ask to wait on the badge', async () => {
      const around = await lookAround(stage.browser);
      return around.badge !== '' && around;
    });
    expect(after).toEqual({ ...before, badge: '1' });
    expect(await outcomeOf(page, id)).toBeUndefined();
  }

  /** The person has come to the page: now they are asked, and the page gets the answer. */
  async function askedNow(id: string): Promise<void> {
    await waitForPrompt(stage.browser);
    expect((await lookAround(stage.browser)).prompts).toHaveLength(1);
    await allow(stage.browser);
    expect((await settled(page, id)).value).toMatchObject({ status: 'active' });
    await until('the badge to be empty', async () => (await lookAround(stage.browser)).badge === '');
  }

  it('in a hidden tab takes no focus; the person is asked when they come to that tab', async () => {
    const elsewhere = await stage.browser.page('http://elsewhere.localhost/');
    await askUnseen('hidden');
    // Going from one other tab to another changes nothing.
    const third = await stage.browser.page('http://elsewhere.localhost/');
    expect(await lookAround(stage.browser)).toMatchObject({ badge: '1', prompts: [] });
    await third.close();
    await page.bringToFront();
    await askedNow('hidden');
    await elsewhere.close();
  });

  it('in a minimised window does not bring it up; the person is asked when they do', async () => {
    await page.bringToFront();
    const { windowId = 0 } = await lookAround(stage.browser);
    await changeWindow(stage.browser, windowId, { state: 'minimized' });
    await until('the page to be hidden', () => page.evaluate(() => document.hidden));
    await askUnseen('minimised');
    await changeWindow(stage.browser, windowId, { state: 'normal', focused: true });
    await askedNow('minimised');
  });

  // Headless Chromium takes every window for focused: the person comes back to this one as the other closes.
  it('in a window behind another stays behind; the person is asked when they are back in it', async () => {
    await page.bringToFront();
    const front = await openWindow(stage.browser, 'http://elsewhere.localhost/');
    await until('the new window to be in front', async () => (await lookAround(stage.browser)).windowId === front);
    await askUnseen('behind');
    await closeWindow(stage.browser, front);
    await askedNow('behind');
  });
});
