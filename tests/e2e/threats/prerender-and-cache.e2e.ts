import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, connect, openSite, press, sees, waitForPrompt } from '../support/actions.ts';
import { beginAsk, outcomeOf, rightAsk } from '../support/ask.ts';
import { attempt, call } from '../support/calls.ts';
import { pendingAsks, readHeld } from '../support/held.ts';
import { pageSite, pathOf, type Site, sendPage } from '../support/site.ts';
import { askAndAllow, chosenPage, quietSites } from '../support/vendor.ts';

/** What was asked of the shop's server, oldest first: `/next`, `/log?prerendering`. */
const requests: string[] = [];

/** A page that would like the browser to prepare the next one. */
const FRONT = `<title>Front</title><a id="go" href="/next">On</a>
<script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>`;

/** It calls and asks as soon as it can, and tells the server how that ends, and whether anybody looks at it by then. */
function askAtOnce(ask: unknown): void {
  const { prerendering } = document as { prerendering?: boolean };
  const tell = (what: string): Promise<unknown> => fetch(`/log?${what}`);
  void tell(prerendering ? 'prerendering' : 'shown');
  const wasPrepared = (): boolean => {
    const [entry] = performance.getEntriesByType('navigation') as { activationStart?: number }[];
    return (entry?.activationStart ?? 0) > 0;
  };
  navigator.customer?.grants().then(
    () => tell(wasPrepared() ? 'answered&prepared' : 'answered'),
    () => tell('failed'),
  );
  navigator.customer?.request(ask as never).then(
    () => tell('given'),
    () => tell('refused'),
  );
}

const NEXT = `<title>Next</title><script>(${askAtOnce.toString()})(${JSON.stringify(rightAsk())})</script>`;

const shop: Site = (request, response) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://any.localhost');
  requests.push(`${pathname}${search}`);
  sendPage(response, pathOf(request) === '/next' ? NEXT : FRONT);
};

describe('threat 8: a prerendered page of a chosen site', () => {
  const stage = useBrowser({ sites: { 'shop.localhost': shop } });
  let page: Page;

  beforeAll(async () => {
    page = await stage.browser.page('http://shop.localhost/?first');
    await connect(stage.browser, page);
    requests.length = 0;
    await page.goto('http://shop.localhost/');
  });

  it('gets nothing and prompts for nothing before it is activated, and works after', async () => {
    if (stage.browser.name === 'firefox') {
      await expectNoPrerender();
    } else {
      await expectPreparedInSilence();
    }
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#go')?.click();
    });
    await waitForPrompt(stage.browser);
    // The page tells by itself: its driver may lose it as the browser changes one page for the other.
    const told = await until('an answer', () => requests.find((path) => path.startsWith('/log?answered')));
    expect(told).toBe(stage.browser.name === 'chromium' ? '/log?answered&prepared' : '/log?answered');
    await allow(stage.browser);
    await until('the grant', () => requests.some((path) => path.startsWith('/log?given')));
  });

  /** Firefox prepares no page, so there is nothing that could speak too early. */
  async function expectNoPrerender(): Promise<void> {
    expect(await page.evaluate(() => HTMLScriptElement.supports('speculationrules'))).toBe(false);
    expect(await page.evaluate(() => 'prerendering' in document)).toBe(false);
    await page.evaluate(() => fetch('/log?marker').then(() => undefined));
    expect(requests).toContain('/log?marker');
    expect(requests).not.toContain('/next');
  }

  async function expectPreparedInSilence(): Promise<void> {
    await until('the page to be prerendered', () => requests.includes('/log?prerendering'));
    // The page in front calls later, and is answered.
    expect(await call(page, 'grants')).toEqual([]);
    expect(await call(page, 'grants')).toEqual([]);
    expect(pendingAsks(await readHeld(stage.browser))).toEqual([]);
    expect(requests.filter((path) => /answered|failed|given|refused/u.test(path))).toEqual([]);
  }
});

/** What happened to a page while it was away. */
interface Diary {
  readonly heard: readonly string[];
  readonly returns: number;
}

describe('leaving a chosen site', () => {
  const stage = useBrowser({
    sites: {
      ...quietSites('vendor', 'other', 'patient'),
      'stranger.localhost': pageSite('<title>A stranger</title><p>Hello.'),
    },
  });

  /** Counts, in the page itself, how often it comes back from the cache, and what it is told. */
  async function keepDiary(page: Page): Promise<void> {
    await page.evaluate(() => {
      const diary = { heard: [] as string[], returns: 0 };
      Object.assign(window, { diary });
      window.addEventListener('pageshow', ({ persisted }) => {
        diary.returns += persisted ? 1 : 0;
      });
      window.addEventListener('message', () => diary.heard.push('message'));
      navigator.customer?.addEventListener('grantschange', () => diary.heard.push('grantschange'));
    });
  }

  function diaryOf(page: Page): Promise<Diary> {
    return page.evaluate(() => (window as unknown as { diary: Diary }).diary);
  }

  // As a link does: the driver of Firefox loses count of the navigations of a page that was in the cache.
  async function leave(page: Page): Promise<void> {
    await page.evaluate(() => {
      location.href = 'http://stranger.localhost/';
    });
    await until('the stranger', () => page.evaluate(() => document.title === 'A stranger'));
  }

  async function comeBack(page: Page, times: number): Promise<void> {
    await page.evaluate(() => {
      history.back();
    });
    await until('the page to be back as it was', async () => (await diaryOf(page)).returns === times);
  }

  it('threat 9: leave and return, it works; revoke while it is cached, return: refused, and the page is told', async () => {
    const page = await chosenPage(stage.browser, 'vendor');
    await askAndAllow(stage.browser, page);
    await keepDiary(page);
    await leave(page);
    await comeBack(page, 1);
    expect((await call(page, 'ratings')).items).toEqual([]);

    await leave(page);
    const dashboard = await openSite(stage.browser, 'http://vendor.localhost');
    await press(dashboard, 'sayso-grant >>> button.danger');
    await sees(dashboard, 'Stopped');
    await dashboard.close();
    await comeBack(page, 2);
    expect((await attempt(page, 'ratings')).error?.name).toBe('NotAllowedError');
    await until('the page to be told', async () => (await diaryOf(page)).heard.includes('grantschange'));
    expect(await call(page, 'grants')).toEqual([]);
    await page.close();
  });

  it('threat 9: leave while an ask waits and return: reads go on, and the ask gets its answer, also if the background died', async () => {
    const page = await chosenPage(stage.browser, 'patient');
    await askAndAllow(stage.browser, page, rightAsk({ id: 'held' }));
    await keepDiary(page);
    for (const [index, collection] of (['preferences', 'ratings'] as const).entries()) {
      const waits = rightAsk({ id: `waits ${collection}`, required: [{ collection, kinds: ['Book'] }] });
      await beginAsk(page, waits);
      await waitForPrompt(stage.browser);
      await leave(page);
      if (index > 0) {
        await stage.browser.killBackground();
      }
      await comeBack(page, index + 1);
      expect((await call(page, 'ratings')).items).toEqual([]);
      const grants = await call(page, 'grants');
      await allow(stage.browser);
      await until('the answer', () => outcomeOf(page, waits.id));
      expect(await call(page, 'grants')).toHaveLength(grants.length + 1);
    }
    await page.close();
  });

  it('threat 10: ask, then navigate the same tab elsewhere before the answer: not delivered', async () => {
    const other = await chosenPage(stage.browser, 'other');
    await other.close();
    const page = await stage.browser.page('http://vendor.localhost/');
    await until('navigator.customer', () => page.evaluate(() => 'customer' in navigator));
    for (const elsewhere of [
      'http://other.localhost/',
      'http://stranger.localhost/',
      'http://vendor.localhost/?else',
    ]) {
      await page.goto('http://vendor.localhost/');
      await beginAsk(page, rightAsk({ id: elsewhere }));
      await waitForPrompt(stage.browser);
      await page.goto(elsewhere);
      await keepDiary(page);
      await allow(stage.browser);
      await until('the decision to be delivered, if it were', async () => {
        const { session } = await readHeld(stage.browser);
        const asks = session['asks'] as readonly { readonly decidedAtMs?: number; ask: { id: string } }[];
        return asks.some(({ decidedAtMs, ask }) => ask.id === elsewhere && decidedAtMs !== undefined);
      });
      if (elsewhere.startsWith('http://stranger')) {
        expect(await page.evaluate(() => 'customer' in navigator)).toBe(false);
      } else if (elsewhere.startsWith('http://other')) {
        // Its own call goes the same way later.
        expect(await call(page, 'grants')).toEqual([]);
        expect((await attempt(page, 'ratings')).error?.name).toBe('NotAllowedError');
      } else {
        // Another page of the same site: nobody there asked, and what the site holds it may know.
        await until('the page to be told', async () => (await diaryOf(page)).heard.length > 0);
        expect(await outcomeOf(page, elsewhere)).toBeUndefined();
      }
      const mayHear = elsewhere.startsWith('http://vendor') ? ['grantschange'] : [];
      expect((await diaryOf(page)).heard, elsewhere).toEqual(mayHear);
    }
    await page.close();
  });
});
