import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { INPUT_LIMIT } from '../../../src/protocol/page-wire.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { connect } from '../support/actions.ts';
import { attack } from '../support/attack.ts';
import { pendingAsks, readHeld } from '../support/held.ts';
import { speak } from '../support/speak.ts';

/** What came of each try, as Hostile tells it. */
type Tries = Readonly<Record<string, { readonly error?: string; readonly message?: string; readonly ms: number }>>;

/** Far more than any of it takes, far less than a page that waits would bear. */
const BOUND_MS = 10_000;

describe('threat 6: asks and queries that are no data, or too much of it', () => {
  const stage = useBrowser();
  let page: Page;

  beforeAll(async () => {
    page = await stage.browser.page('http://hostile.localhost/');
    await connect(stage.browser, page);
  });

  async function triesOf(name: string, ...args: unknown[]): Promise<Tries> {
    const result = await attack(page, name, ...args);
    expect(result, JSON.stringify(result)).toMatchObject({ held: true });
    expect(Object.keys(result.saw as Tries).length).toBeGreaterThan(3);
    return result.saw as Tries;
  }

  /** Nothing was asked of the person, and the page that tried is served as before. */
  async function expectUnharmed(): Promise<void> {
    expect(pendingAsks(await readHeld(stage.browser))).toEqual([]);
    expect(await page.evaluate(() => navigator.customer?.grants())).toEqual([]);
  }

  it('getters, proxies, cycles, 100,000-deep lists, BigInts, DOM nodes and their like: refused in bounded time', async () => {
    for (const [what, { error, ms }] of Object.entries(await triesOf('strange-arguments'))) {
      // What JSON makes of some is a right query, for which nothing is granted.
      const expected = what.startsWith('request') ? ['DataError'] : ['DataError', 'NotAllowedError'];
      expect(expected, what).toContain(error);
      expect(ms, what).toBeLessThan(BOUND_MS);
    }
    await expectUnharmed();
  });

  it('texts of 50 MB: refused in bounded time', async () => {
    for (const [what, { error, ms }] of Object.entries(await triesOf('huge-argument', 50))) {
      expect(error, what).toBe('QuotaExceededError');
      expect(ms, what).toBeLessThan(BOUND_MS);
    }
    await expectUnharmed();
  });

  it('what breaks one rule: refused, with the path and the rule', async () => {
    for (const [what, { error, message }] of Object.entries(await triesOf('malformed-asks'))) {
      expect(error, what).toBe('DataError');
      expect(message, what).toMatch(/^request: .+: .+/u);
    }
    await triesOf('malformed-queries');
    await expectUnharmed();
  });

  it('the same by a port of its own, around the provider: refused, or not heard', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const nested = `{"required":${deep}}`;
    const calls = ['request', 'ratings', 'preferences', 'rank', 'withdraw', 'grants'];
    const texts = [
      deep,
      nested,
      `{"__proto__":${deep}}`,
      '',
      '{',
      'undefined',
      '"\ud800"',
      `"${'x'.repeat(INPUT_LIMIT - 2)}"`,
    ];
    const answered = calls.flatMap((call) => texts.map((text) => [call, text] as const));
    const numbered = answered.map(([call, text], index) => [index + 1, call, text]);
    const unheard = [
      [9_001, 'request', 'x'.repeat(INPUT_LIMIT + 1)],
      [9_002, 'request', 'x'.repeat(1_048_576)],
    ].map(([n, call, text]) => ({ 0: n, 1: call, 2: text, length: 3 }));
    const startedMs = performance.now();
    const { 1000000: last, ...answers } = await speak(page, [...numbered, ...unheard]);
    expect(performance.now() - startedMs).toBeLessThan(2 * BOUND_MS);
    expect(last).toEqual(['[]']);
    expect(Object.keys(answers)).toHaveLength(numbered.length);
    for (const [index, [call, text]] of answered.entries()) {
      expect(answers[index + 1]?.[0], `${call} ${text.slice(0, 20)}`).toBe('DataError');
    }
    await expectUnharmed();
  });
});
