import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/protocol/customer.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, refuse, sees, waitForPrompt } from '../support/actions.ts';
import { lookAround } from '../support/around.ts';
import { beginAsk, rightAsk } from '../support/ask.ts';
import { attempt, call } from '../support/calls.ts';
import { pendingAsks, readHeld } from '../support/held.ts';
import { REFUSAL_MS, settled } from '../support/settled.ts';
import { askAndAllow, chosenPage, quietSites, rateOneFilm } from '../support/vendor.ts';

const TIMES = 1_000;
/** Calls that may wait for one ask. */
const MOST_WAITERS = 16;

/** How many calls ended in each way: `answered`, or by the name of the exception. */
type Tally = Readonly<Record<string, number>>;

describe('threat 19: a page in a loop', () => {
  const stage = useBrowser({ sites: quietSites('loop', 'calm', 'stranger') });
  let loop: Page;
  let calm: Page;

  beforeAll(async () => {
    await rateOneFilm(stage.browser);
    calm = await chosenPage(stage.browser, 'calm');
    await askAndAllow(stage.browser, calm, rightAsk({ id: 'calm' }));
    loop = await chosenPage(stage.browser, 'loop');
  });

  /** Begins so many asks in one go, every other one with words of its own. */
  async function askInALoop(page: Page): Promise<void> {
    await page.evaluate(
      (times, json) => {
        const tally: Record<string, number> = {};
        const ends = new EventTarget();
        Object.assign(globalThis, { saysoTally: tally, saysoEnds: ends });
        const count = (how: string): void => {
          tally[how] = (tally[how] ?? 0) + 1;
          ends.dispatchEvent(new Event('end'));
        };
        const ask = JSON.parse(json) as Ask;
        for (let n = 0; n < times; n += 1) {
          const mine = n % 2 === 0 ? ask : { ...ask, id: `ask-${String(n)}`, text: `Once more: ${String(n)}` };
          navigator.customer?.request(mine).then(
            () => count('answered'),
            (thrown: unknown) => count((thrown as DOMException).name),
          );
        }
      },
      TIMES,
      JSON.stringify(rightAsk({ id: 'loop', text: 'Give, give, give.' })),
    );
  }

  /** Waits in the page until so many of its asks have ended: a refusal takes up to a minute to be told. */
  function ended(page: Page, atLeast: number): Promise<Tally> {
    return page.evaluate(async (count) => {
      const { saysoTally: tally, saysoEnds: ends } = globalThis as unknown as {
        saysoTally: Tally;
        saysoEnds: EventTarget;
      };
      while (Object.values(tally).reduce((all, one) => all + one, 0) < count) {
        await new Promise((resolve) => {
          ends.addEventListener('end', resolve, { once: true });
        });
      }
      return tally;
    }, atLeast);
  }

  const sum = (tally: Tally): number => Object.values(tally).reduce((all, one) => all + one, 0);

  it('that asks 1,000 times: one window, a short queue, all others served, and each ask ends', {
    timeout: 2 * REFUSAL_MS,
  }, async () => {
    await loop.bringToFront();
    await askInALoop(loop);
    const prompt = await waitForPrompt(stage.browser);
    await sees(prompt, 'Give, give, give.');

    // Another page runs, another chosen site is answered, and its ask is put into the queue.
    const stranger = await stage.browser.page('http://stranger.localhost/');
    expect(await stranger.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve('drawn'))))).toBe(
      'drawn',
    );
    await stranger.close();
    await calm.bringToFront();
    expect((await call(calm, 'ratings')).items).toHaveLength(1);
    await beginAsk(calm, rightAsk({ id: 'more', text: 'If you please.', required: [{ collection: 'preferences' }] }));

    // All that the loop will ever have waiting, waits.
    await ended(loop, TIMES - MOST_WAITERS);
    expect(await lookAround(stage.browser)).toMatchObject({ prompts: ['popup'], badge: '2' });
    const asks = pendingAsks(await readHeld(stage.browser)) as readonly {
      origin: string;
      waiters: readonly unknown[];
    }[];
    expect(asks.map(({ origin }) => origin)).toEqual(['http://loop.localhost', 'http://calm.localhost']);
    expect(asks[0]?.waiters).toHaveLength(MOST_WAITERS);

    await calm.bringToFront();
    await refuse(stage.browser);
    await sees(await waitForPrompt(stage.browser), 'If you please.');
    await allow(stage.browser);
    expect((await settled(calm, 'more')).value).toMatchObject({ status: 'active' });

    const tally = await ended(loop, TIMES);
    expect(Object.keys(tally).sort()).toEqual(['NotAllowedError', 'QuotaExceededError']);
    const { tables, session } = await readHeld(stage.browser);
    expect(pendingAsks({ tables, session, scripts: [], patterns: [] })).toEqual([]);
    const decisions = tables['decisions']?.filter(({ origin }) => origin === 'http://loop.localhost') ?? [];
    // The refusal, and one line a minute of those that were never shown.
    expect(decisions.length).toBeLessThan(5);
  });

  it('that calls 1,000 times: those over the budget are refused, another site is served, and so is this one later', async () => {
    const tally = loop.evaluate(async (times) => {
      const counts: Record<string, number> = {};
      const count = (how: string): void => {
        counts[how] = (counts[how] ?? 0) + 1;
      };
      const { customer } = navigator;
      if (!customer) {
        throw new Error('there is nobody to call here');
      }
      const calls = Array.from({ length: times }, () => customer.grants());
      for (const one of await Promise.allSettled(calls)) {
        count(one.status === 'fulfilled' ? 'answered' : (one.reason as DOMException).name);
      }
      return counts;
    }, TIMES);
    expect((await call(calm, 'ratings')).items).toHaveLength(1);
    const counts = await tally;
    expect(Object.keys(counts).sort()).toEqual(['QuotaExceededError', 'answered']);
    expect(sum(counts)).toBe(TIMES);
    await until('the site to be served again', async () => (await attempt(loop, 'grants')).error === undefined);
  });
});
