import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { BRIDGE_READY, HELLO } from '../../../src/protocol/page-wire.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, closePopup, connect, rate, sees } from '../support/actions.ts';
import { beginAsk, outcomeOf } from '../support/ask.ts';
import { attack } from '../support/attack.ts';
import { type Held, readHeld } from '../support/held.ts';
import { type Site, sendPage } from '../support/site.ts';

/** On the scheme's own port Sayso's provider is there before the page's first script. */
const BEFORE_PAGE = 'http://vendor.localhost';
/** On a port of its own it comes after: the page has changed what it likes by then. */
const AFTER_PAGE = 'http://vendor.localhost:8080';

/** What is replaced, all at once for each name. */
const OWNERS = ['Promise', 'Object', 'Array', 'JSON', 'MessagePort', 'EventTarget'] as const;
/** `pass` does what the original does and watches; `throw` throws; `lie` gives an empty object. */
const MODES = ['pass', 'throw', 'lie'] as const;

interface Broken {
  /** Whether the API was there when the page's first script ran. */
  readonly wasThere: boolean;
  readonly isBridged: boolean;
  call(name: 'grants' | 'ratings'): Promise<{ value?: unknown; error?: string }>;
}

/**
 * The first script of the page: replaces every function of one owner and then, when told to, calls the API. It keeps
 * what it needs itself, and awaits with the language's own promises, which nothing on the page can replace.
 */
function breakSurroundings(ready: string, hello: string): void {
  const { searchParams } = new URL(location.href);
  const [owner, mode] = [searchParams.get('owner') ?? '', searchParams.get('mode')];
  const { defineProperty, getOwnPropertyDescriptor, assign } = Object;
  const { apply, construct, ownKeys } = Reflect;
  const { postMessage } = MessagePort.prototype;
  const [TrueProxy, TruePromise, TrueChannel, postToWindow] = [Proxy, Promise, MessageChannel, window.postMessage];
  const { stringify } = JSON;
  const broken = { wasThere: 'customer' in navigator, isBridged: false };
  window.addEventListener(ready, () => {
    broken.isBridged = true;
  });

  const otherwise = (original: object): object =>
    new TrueProxy(original, {
      apply(target, self, given: unknown[]): unknown {
        if (mode === 'throw') {
          throw new TypeError('hostile');
        }
        return mode === 'lie' ? {} : apply(target as () => unknown, self, given);
      },
      construct(target, given: unknown[], newTarget): object {
        if (mode === 'throw') {
          throw new TypeError('hostile');
        }
        return mode === 'lie' ? {} : (construct(target as new () => object, given, newTarget) as object);
      },
    });
  const replaceAll = (target: object): void => {
    for (const key of ownKeys(target)) {
      const descriptor = getOwnPropertyDescriptor(target, key);
      if (typeof descriptor?.value === 'function' && descriptor.configurable && key !== 'constructor') {
        defineProperty(target, key, { ...descriptor, value: otherwise(descriptor.value as object) });
      }
    }
  };
  const targets: Record<string, () => void> = {
    Promise: () => {
      replaceAll(Promise.prototype);
      replaceAll(Promise);
      defineProperty(window, 'Promise', { value: otherwise(Promise), configurable: true, writable: true });
    },
    Object: () => replaceAll(Object),
    Array: () => replaceAll(Array.prototype),
    JSON: () => replaceAll(JSON),
    MessagePort: () => replaceAll(MessagePort.prototype),
    EventTarget: () => replaceAll(EventTarget.prototype),
  };

  const ask = async (name: 'grants' | 'ratings'): Promise<object> => {
    try {
      const value = await navigator.customer?.[name]();
      return value === undefined ? { error: 'nothing there' } : { value: stringify(value) };
    } catch (thrown) {
      return { error: (thrown as Error).name };
    }
  };
  // The same question by a way that the page did not break: answered after what went before it.
  const askTheBridge = (): Promise<void> =>
    new TruePromise((resolve) => {
      const { port1, port2 } = new TrueChannel();
      port1.onmessage = ({ data }: MessageEvent<readonly [number]>) => {
        if (data[0] === 0) {
          apply(postMessage, port1, [[1, 'ratings', '{}']]);
        } else {
          resolve();
        }
      };
      apply(postToWindow, window, [hello, location.origin, [port2]]);
    });
  const call = (name: 'grants' | 'ratings'): Promise<object> =>
    new TruePromise((resolve) => {
      void (async () => resolve(await ask(name)))();
      if (mode !== 'pass') {
        void (async () => {
          await askTheBridge();
          await askTheBridge();
          resolve({ error: 'no answer' });
        })();
      }
    });
  assign(window, { broken: assign(broken, { call }) });
  targets[owner]?.();
}

const SCRIPT = `(${breakSurroundings.toString()})('${BRIDGE_READY}','${HELLO}')`;

/** `/first?…` also defines `navigator.customer`, by the descriptor in its query. */
const site: Site = (request, response) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://any.localhost');
  const define = `const mine = { mine: true }; Object.defineProperty(navigator, 'customer', ${decodeURIComponent(search.slice(1))});`;
  const first = pathname === '/first' ? `${define} window.mine = mine;` : '';
  sendPage(response, `<title>A vendor</title><script>${SCRIPT}; ${first}</script><p>Hello.</p>`);
};

function state<Key extends keyof Broken>(page: Page, key: Key): Promise<Broken[Key]> {
  return page.evaluate((name) => (window as unknown as { broken: Broken }).broken[name as Key], key);
}

/** An error, or the empty object that the page made up itself: it fooled nobody else. */
function isNoAnswer(answer: unknown): boolean {
  return answer === '{}' || typeof (answer as { error?: unknown }).error === 'string';
}

/** All that counts; what is read is written down, so the log grows. */
function kept({ tables, session, patterns }: Held): object {
  const { disclosures: _log, meta: _counters, ...data } = tables;
  return { data, session, patterns };
}

describe('a page that breaks the surroundings of the API', () => {
  const stage = useBrowser({ sites: { 'vendor.localhost': site } });
  const right: Record<string, unknown> = {};

  beforeAll(async () => {
    const { browser } = stage;
    const film = await browser.page('http://matinee.localhost/film/the-matrix-1999/');
    const popup = await browser.openPopup(film);
    await rate(popup, 9);
    await sees(popup, 'Saved');
    await closePopup(browser, popup);
    await film.close();
    for (const origin of [BEFORE_PAGE, AFTER_PAGE]) {
      const page = await browser.page(`${origin}/`);
      await connect(browser, page);
      await beginAsk(page);
      await allow(browser);
      await until('a grant', async () => (await outcomeOf(page))?.value !== undefined);
      right[origin] = await call(page);
      expect(right[origin]).toEqual({
        grants: expect.stringContaining('"person"') as unknown,
        ratings: expect.stringContaining('The Matrix') as unknown,
      });
      await page.close();
    }
  });

  async function call(page: Page): Promise<object> {
    return page.evaluate(async () => {
      const { broken } = window as unknown as { broken: Broken };
      const grants = await broken.call('grants');
      const ratings = await broken.call('ratings');
      return { grants: grants.value ?? grants, ratings: ratings.value ?? ratings };
    });
  }

  /** What the API answers on a page for each owner and mode, after which the store must be as it was. */
  async function outcomesOn(origin: string): Promise<Record<string, object>> {
    const before = kept(await readHeld(stage.browser));
    const outcomes: Record<string, object> = {};
    const page = await stage.browser.page();
    for (const owner of OWNERS) {
      for (const mode of MODES) {
        await page.goto(`${origin}/?owner=${owner}&mode=${mode}`);
        expect(await state(page, 'wasThere')).toBe(origin === BEFORE_PAGE);
        if (origin === AFTER_PAGE) {
          await until('the bridge, which comes after the provider', () => state(page, 'isBridged'));
        }
        outcomes[`${owner} ${mode}`] = await call(page);
      }
    }
    await page.close();
    expect(kept(await readHeld(stage.browser))).toEqual(before);
    return outcomes;
  }

  it('threat 4: after loading: the API works all the same, and the store is the same', async () => {
    for (const [what, outcome] of Object.entries(await outcomesOn(BEFORE_PAGE))) {
      expect(outcome, what).toEqual(right[BEFORE_PAGE]);
    }
  });

  it('threat 4: before loading: the API works or fails closed, and the store is the same', async () => {
    for (const [what, outcome] of Object.entries(await outcomesOn(AFTER_PAGE))) {
      const isClosed = Object.values(outcome).every(isNoAnswer);
      expect(isClosed && !what.endsWith('pass') ? right[AFTER_PAGE] : outcome, what).toEqual(right[AFTER_PAGE]);
    }
  });

  it('threat 4: Hostile replaces them one by one, pollutes the prototypes and forges replies', async () => {
    const { browser } = stage;
    const page = await browser.page('http://hostile.localhost/');
    await connect(browser, page);
    const before = kept(await readHeld(browser));
    for (const name of ['replace-intrinsics', 'throw-from-intrinsics', 'pollute-prototypes', 'forge-replies']) {
      const result = await attack(page, name);
      expect(result, JSON.stringify(result)).toMatchObject({ held: true });
      expect(result.isThere).not.toBe(false);
    }
    expect(kept(await readHeld(browser))).toEqual(before);
    await page.close();
  });

  it('threat 5: a page that redefines, deletes or writes navigator.customer, or scribbles on it', async () => {
    const page = await stage.browser.page('http://hostile.localhost/');
    expect(await attack(page, 'redefine-customer')).toMatchObject({ held: true });
    const scribbled = await attack(page, 'scribble-on-customer');
    expect(scribbled).toMatchObject({ held: true });
    expect(scribbled.isThere).not.toBe(false);
    expect(await page.evaluate(() => navigator.customer?.grants())).toEqual([]);
    await page.close();
  });

  it.each([
    ['for good', '{ value: mine }', true],
    ['for now', '{ value: mine, configurable: true, writable: true }', false],
    ['as a getter', '{ get: () => mine, configurable: true }', false],
  ])('threat 5: a page that defines navigator.customer first, %s', async (_how, descriptor, isTheirs) => {
    const page = await stage.browser.page(`${AFTER_PAGE}/first?${encodeURIComponent(descriptor)}`);
    await until('the bridge, which comes after the provider', () => state(page, 'isBridged'));
    const { isMine, outcome, after } = await page.evaluate(async () => {
      const { mine, broken } = window as unknown as { mine: object; broken: Broken };
      const isMineNow = (navigator.customer as object) === mine;
      const answer = isMineNow ? undefined : await broken.call('grants');
      const tries = [
        Reflect.deleteProperty(navigator, 'customer'),
        Reflect.set(navigator, 'customer', mine),
        Reflect.defineProperty(navigator, 'customer', { value: {} }),
      ];
      return { isMine: isMineNow, outcome: answer, after: tries };
    });
    expect(isMine).toBe(isTheirs);
    if (!isTheirs) {
      expect(outcome?.value).toContain('"person"');
      expect(after).toEqual([false, false, false]);
    }
    await page.close();
  });
});
