import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, sees, waitForPrompt } from '../support/actions.ts';
import { lookAround } from '../support/around.ts';
import { beginAsk, outcomeOf, rightAsk } from '../support/ask.ts';
import { call } from '../support/calls.ts';
import { pendingAsks, readHeld } from '../support/held.ts';
import { settled } from '../support/settled.ts';
import { openUnheard, refusedSurfaces, refuseSurfaces } from '../support/surfaces.ts';
import { chosenPage, quietSites } from '../support/vendor.ts';

const askFor = (id: string) => rightAsk({ id, text: `For ${id}.` });

describe('threat 22: the browser makes no window', () => {
  const stage = useBrowser({ sites: quietSites('vendor') });
  let page: Page;

  beforeAll(async () => {
    page = await chosenPage(stage.browser, 'vendor');
  });

  afterEach(async () => {
    await refuseSurfaces(stage.browser);
  });

  /** The person allows, the page gets its grant, and nothing is left over. */
  async function allowAndSettle(id: string): Promise<void> {
    await sees(await waitForPrompt(stage.browser), `For ${id}.`);
    await allow(stage.browser);
    expect((await settled(page, id)).value).toMatchObject({ status: 'active' });
    await until('the badge to be empty', async () => (await lookAround(stage.browser)).badge === '');
    expect(pendingAsks(await readHeld(stage.browser))).toEqual([]);
  }

  it('of that size: the prompt is a window without bounds', async () => {
    await refuseSurfaces(stage.browser, 'bounds');
    await beginAsk(page, askFor('bounds'));
    await waitForPrompt(stage.browser);
    expect(await lookAround(stage.browser)).toMatchObject({ prompts: ['popup'], badge: '1' });
    expect(await refusedSurfaces(stage.browser)).toEqual(['bounds']);
    await allowAndSettle('bounds');
  });

  it('at all: the prompt is a tab in front', async () => {
    await page.bringToFront();
    const before = await lookAround(stage.browser);
    await refuseSurfaces(stage.browser, 'windows');
    await beginAsk(page, askFor('windows'));
    await waitForPrompt(stage.browser);
    const around = await lookAround(stage.browser);
    expect(around).toMatchObject({ prompts: ['normal'], badge: '1', windowId: before.windowId });
    expect(around.tabId).not.toBe(before.tabId);
    expect(await refusedSurfaces(stage.browser)).toEqual(['windows', 'windows']);
    await allowAndSettle('windows');
  });

  it('nor a tab: the ask waits on the badge, other calls are answered, and the next look at the page tries again', async () => {
    await page.bringToFront();
    await refuseSurfaces(stage.browser, 'windows', 'tabs');
    await beginAsk(page, askFor('nothing'));
    await until('a tab to be refused', async () => (await refusedSurfaces(stage.browser)).includes('tabs'));
    expect(await lookAround(stage.browser)).toMatchObject({ prompts: [], badge: '1' });
    expect(await call(page, 'grants')).toHaveLength(2);
    expect(await outcomeOf(page, 'nothing')).toBeUndefined();

    await refuseSurfaces(stage.browser);
    const elsewhere = await stage.browser.page('http://vendor.localhost/elsewhere');
    expect(await lookAround(stage.browser)).toMatchObject({ prompts: [], badge: '1' });
    await elsewhere.close();
    await page.bringToFront();
    await allowAndSettle('nothing');
  });
});

describe('threat 12: the background dies once the prompt is open and before it knows which it is', () => {
  const stage = useBrowser({ sites: quietSites('vendor') });

  it('opens no second one, and the answer is delivered once', async () => {
    const page = await chosenPage(stage.browser, 'vendor');
    await openUnheard(stage.browser);
    await beginAsk(page, askFor('once'));
    const prompt = await waitForPrompt(stage.browser);
    await sees(prompt, 'For once.');
    await stage.browser.killBackground();
    // The page's bridge has sent the ask again, and whoever answered it has opened a prompt or found this one.
    await until('the prompt to be known', async () => {
      const [ask] = pendingAsks(await readHeld(stage.browser)) as readonly {
        promptTabId?: number;
        windowId?: number;
      }[];
      return ask?.promptTabId !== undefined || ask?.windowId !== undefined;
    });
    expect((await lookAround(stage.browser)).prompts).toEqual(['popup']);
    await allow(stage.browser);
    expect((await settled(page, 'once')).value).toMatchObject({ status: 'active' });
    expect((await readHeld(stage.browser)).tables['decisions']).toHaveLength(1);
  });
});
