import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { startExamples } from '../../examples/server.mjs';
import { allow, connect } from '../../tests/e2e/support/actions.ts';
import type { BrowserName, ExtensionBrowser } from '../../tests/support/browsers/extension-browser.ts';
import { launch } from '../../tests/support/browsers/launch.ts';
import { ms, spreadOf } from '../support/statistics.ts';
import { identifierOfSeed, seed } from './seed.ts';

const SHOP = 'http://bench.localhost/';
const CALLS = 100;
const WAKES = 12;
const PIECE = 100_000;
const ASK = {
  id: 'bench',
  text: 'To measure.',
  purpose: 'ServicePersonalisation',
  required: [{ collection: 'ratings', fields: ['dateCreated'] }],
  optional: [],
  retention: 'P1D',
  sharing: 'none',
};

interface Bench {
  readonly browser: ExtensionBrowser;
  readonly page: Page;
}

/**
 * `ratings()` of 50 known items, as a page measures it, beside a bare extension that sends the same answer back over a
 * port (warm) or a message that wakes it (asleep): the same page, the same hops, no store and no decision.
 *
 * @param sizes - how many ratings are held, ascending
 * @returns whether every budget held
 */
export async function benchReads(name: BrowserName, sizes: readonly number[]): Promise<boolean> {
  const blank = (
    _request: unknown,
    response: { setHeader(name: string, value: string): void; end(text: string): void },
  ) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Bench</title>');
  };
  const server = await startExamples({ port: 0, extra: { 'bench.localhost': blank } });
  // Firefox rounds a page's clock to a millisecond unless told not to.
  const launched = { browser: name, proxyPort: server.port, prefs: { 'privacy.reduceTimerPrecision': false } };
  const sayso = await launch({
    ...launched,
    extensionDir: resolve(`dist/${name === 'chromium' ? 'chrome' : 'firefox'}`),
  });
  const echo = await launch({ ...launched, extensionDir: resolve('bench/reads/echo-extension') });
  try {
    const shop: Bench = { browser: sayso, page: await sayso.page(SHOP) };
    await connect(sayso, shop.page);
    const asked = shop.page.evaluate((ask) => navigator.customer?.request(ask as never), ASK);
    await allow(sayso);
    await asked;
    const bare: Bench = { browser: echo, page: await echo.page(SHOP) };
    return await measure(name, sizes, shop, bare);
  } finally {
    await sayso.close();
    await echo.close();
    await server.close();
  }
}

async function measure(name: BrowserName, sizes: readonly number[], shop: Bench, bare: Bench): Promise<boolean> {
  let held = 0;
  let first: number | undefined;
  let isHeld = true;
  const own = await shop.browser.openExtensionPage('src/ui/dashboard/dashboard.html#about');
  for (const size of sizes) {
    let wrote = 0;
    // In pieces: the driver gives up on what takes minutes.
    for (; held < size; held = Math.min(size, held + PIECE)) {
      wrote += await seed(own, held, Math.min(size, held + PIECE));
    }
    const identifiers = Array.from({ length: 50 }, (_, n) => identifierOfSeed(Math.floor((n * size) / 50)));
    await shop.page.bringToFront();
    const answer = await readOnce(shop.page, identifiers);
    const echoed: number[] = [];
    const once: number[] = [];
    const read: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      echoed.push(...(await timePort(bare.page, answer, CALLS / 4)));
      once.push(...(await timeOnce(bare.page, answer, CALLS / 4)));
      read.push(...(await timeReads(shop.page, identifiers, CALLS / 4)));
    }
    const warm = spreadOf(read);
    const port = spreadOf(echoed);
    const message = spreadOf(once);
    const slept = spreadOf(await timeAsleep(shop, (page) => timeReads(page, identifiers, 1)));
    const woken = spreadOf(await timeAsleep(bare, (page) => timeOnce(page, answer)));
    const stored = spreadOf(await timeAsleep(bare, (page) => timeStored(page, answer)));
    first ??= warm.median;
    const ratios = { port: warm.median / port.median, growth: warm.median / first, wake: slept.median / woken.median };
    isHeld &&= ratios.port <= 2 && ratios.growth <= 1.2 && ratios.wake <= 1.5;
    console.log(
      [
        `${name}  ${size.toLocaleString('en')} ratings (seeded in ${ms(wrote)}), answer of ${answer.length.toLocaleString('en')} characters`,
        `  warm    ${ms(warm.median)} (p95 ${ms(warm.p95)})   bare port echo ${ms(port.median)} (p95 ${ms(port.p95)})   × ${ratios.port.toFixed(2)}  (hold ≤ 2)`,
        `          bare one-shot message ${ms(message.median)} (p95 ${ms(message.p95)})   × ${(warm.median / message.median).toFixed(2)}`,
        `  growth  × ${ratios.growth.toFixed(2)} of the first size  (hold ≤ 1.2)`,
        `  asleep  ${ms(slept.median)} (p95 ${ms(slept.p95)})   bare wake-up echo ${ms(woken.median)} (p95 ${ms(woken.p95)})   × ${ratios.wake.toFixed(2)}  (hold ≤ 1.5)`,
        `          bare wake-up with 150 rows read and one written ${ms(stored.median)} (p95 ${ms(stored.p95)})   × ${(slept.median / stored.median).toFixed(2)}`,
      ].join('\n'),
    );
  }
  return isHeld;
}

function readOnce(page: Page, identifiers: readonly string[]): Promise<string> {
  return page.evaluate(async (wanted) => {
    const answer = await navigator.customer?.ratings({ identifiers: wanted });
    if (answer?.items.length !== wanted.length) {
      throw new Error(`${String(answer?.items.length)} of ${String(wanted.length)} ratings came`);
    }
    return JSON.stringify(answer);
  }, identifiers);
}

function timeReads(page: Page, identifiers: readonly string[], calls: number): Promise<number[]> {
  return page.evaluate(
    async (wanted, count) => {
      const times: number[] = [];
      for (let call = 0; call < count; call += 1) {
        const started = performance.now();
        await navigator.customer?.ratings({ identifiers: wanted });
        times.push(performance.now() - started);
      }
      return times;
    },
    identifiers,
    calls,
  );
}

function timePort(page: Page, answer: string, calls: number): Promise<number[]> {
  return page.evaluate(echo, 'echo:port', answer, calls);
}

function timeOnce(page: Page, answer: string, calls = 1): Promise<number[]> {
  return page.evaluate(echo, 'echo:once', answer, calls);
}

function timeStored(page: Page, answer: string): Promise<number[]> {
  return page.evaluate(echo, 'echo:stored', answer, 1);
}

async function timeAsleep({ browser, page }: Bench, time: (page: Page) => Promise<number[]>): Promise<number[]> {
  const times: number[] = [];
  for (let wake = 0; wake < WAKES; wake += 1) {
    await browser.killBackground();
    times.push(...(await time(page)));
  }
  return times;
}

// Runs in the page: the answer is taught with the first message, then comes back with each.
async function echo(kind: string, answer: string, calls: number): Promise<number[]> {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(kind, location.origin, [port2]);
  let heard: () => void = () => undefined;
  port1.onmessage = () => heard();
  const times: number[] = [];
  for (let call = kind === 'echo:port' ? -1 : 0; call < calls; call += 1) {
    const started = performance.now();
    await new Promise<void>((resolve) => {
      heard = resolve;
      port1.postMessage([call, call === -1 || kind !== 'echo:port' ? answer : undefined]);
    });
    if (call >= 0) {
      JSON.parse(answer);
      times.push(performance.now() - started);
    }
  }
  port1.close();
  return times;
}
