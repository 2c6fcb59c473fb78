import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, refuse, sees, waitForPrompt } from '../support/actions.ts';
import { beginAsk, outcomeOf, rightAsk } from '../support/ask.ts';
import { pendingAsks, readHeld } from '../support/held.ts';
import { answersTo, beginCall, openPort } from '../support/port-calls.ts';
import { openPrompts } from '../support/prompts.ts';
import { REFUSAL_MS, settled } from '../support/settled.ts';
import { chosenPage, quietSites } from '../support/vendor.ts';

describe('threat 13: a prompt stays open for three idle timeouts, the background dead', () => {
  const stage = useBrowser({
    sites: quietSites('allowed', 'refused', 'closed', 'gone'),
    prefs: { 'extensions.background.idle.timeout': 1_000 },
  });

  /** A page that asks twice over: by the API, and by a port that keeps every answer. */
  async function asking(name: string): Promise<Page> {
    const page = await chosenPage(stage.browser, name);
    await openPort(page);
    await beginAsk(page);
    await beginCall(page, 1, 'request', rightAsk());
    await until('both calls to wait for one ask', async () => {
      const [ask] = pendingAsks(await readHeld(stage.browser)) as readonly { readonly waiters: readonly unknown[] }[];
      return ask?.waiters.length === 2;
    });
    return page;
  }

  /** The background is woken and falls asleep again under the prompt, three times. */
  async function outlast(page: Page): Promise<Page> {
    const { browser } = stage;
    const prompt = await waitForPrompt(browser);
    await sees(prompt, rightAsk().text);
    for (let timeout = 0; timeout < 3; timeout += 1) {
      expect(await page.evaluate(() => navigator.customer?.grants())).toEqual([]);
      await until('the background to be dead', async () => {
        if (browser.name === 'chromium') {
          // Its timeout is half a minute, and nothing sets it. What was under way may wake it once more.
          await browser.killBackground();
        }
        return !(await browser.isBackgroundAlive());
      });
    }
    expect(await outcomeOf(page)).toBeUndefined();
    expect(await answersTo(page, 1)).toEqual([]);
    return prompt;
  }

  /** The answer that came by the port, once a later call has its own, and no other did. */
  async function onlyAnswer(page: Page): Promise<readonly unknown[]> {
    await until('an answer', async () => (await answersTo(page, 1)).length > 0);
    await beginCall(page, 2, 'grants');
    await until('the next answer', async () => (await answersTo(page, 2)).length > 0);
    const [answer = [], ...others] = await answersTo(page, 1);
    expect(others).toEqual([]);
    return answer;
  }

  async function rowsOf(name: string, table: 'grants' | 'decisions'): Promise<readonly unknown[]> {
    const { tables } = await readHeld(stage.browser);
    return (tables[table] ?? []).filter(({ origin }) => origin === `http://${name}.localhost`);
  }

  async function expectNothingGiven(name: string, page: Page, outcome: 'refused' | 'ignored'): Promise<void> {
    expect(await settled(page)).toMatchObject({ error: 'NotAllowedError' });
    expect(await onlyAnswer(page)).toEqual(['NotAllowedError', expect.anything()]);
    expect(await rowsOf(name, 'decisions')).toEqual([expect.objectContaining({ outcome })]);
    expect(await rowsOf(name, 'grants')).toEqual([]);
    expect(await openPrompts(stage.browser)).toEqual([]);
  }

  it('then Allow: delivered once', async () => {
    const page = await asking('allowed');
    await outlast(page);
    await allow(stage.browser);
    const { value } = await settled(page);
    expect(value).toMatchObject({ status: 'active', scope: [{ collection: 'ratings' }] });
    const [json] = await onlyAnswer(page);
    expect(JSON.parse(String(json))).toEqual(value);
    expect(await rowsOf('allowed', 'decisions')).toEqual([expect.objectContaining({ outcome: 'allowed' })]);
    expect(await rowsOf('allowed', 'grants')).toHaveLength(1);
    await page.close();
  });

  it('then Refuse: told once', { timeout: REFUSAL_MS }, async () => {
    const page = await asking('refused');
    await outlast(page);
    await refuse(stage.browser);
    await expectNothingGiven('refused', page, 'refused');
    await page.close();
  });

  it('then its window is closed: told once, as if refused', { timeout: REFUSAL_MS }, async () => {
    const page = await asking('closed');
    const prompt = await outlast(page);
    await prompt.close();
    await expectNothingGiven('closed', page, 'ignored');
    await page.close();
  });

  it('then the tab that asked is closed: the prompt goes, and nothing is given', async () => {
    const page = await asking('gone');
    const prompt = await outlast(page);
    await page.close();
    await sees(prompt, 'This is settled');
    await stage.browser.waitForClosed(prompt);
    expect(await rowsOf('gone', 'decisions')).toEqual([expect.objectContaining({ outcome: 'ignored' })]);
    expect(await rowsOf('gone', 'grants')).toEqual([]);
  });
});
