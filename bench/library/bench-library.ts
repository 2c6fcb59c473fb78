import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { startExamples } from '../../examples/server.mjs';
import type { BrowserName, ExtensionBrowser } from '../../tests/support/browsers/extension-browser.ts';
import { launch } from '../../tests/support/browsers/launch.ts';
import { ms, spreadOf } from '../support/statistics.ts';
import { benchUnrated } from './bench-unrated.ts';
import { furnish } from './furnish.ts';
import { firstRowMs, scanBare, scrollAbout, typeOut } from './in-page.ts';

const DASHBOARD = 'src/ui/dashboard/dashboard.html';
const FEW = 100;
const OPENINGS = 8;
/** After so many records were written at once the browser puts its files in order, which a person who rates never sees. */
const SETTLE_MS = 20_000;
const TYPED = 'quiet harbour';

/**
 * The list of ratings: its first screen with many ratings beside that with few, a letter typed into its search beside a
 * bare scan of the same texts in memory, and the gaps between frames while it scrolls beside those of an empty page; and
 * the list of things without a mark, among those ratings.
 *
 * @param many - how many ratings are many
 * @returns whether every budget held
 */
export async function benchLibrary(name: BrowserName, many: number): Promise<boolean> {
  const server = await startExamples({ port: 0 });
  const browser = await launch({
    browser: name,
    proxyPort: server.port,
    extensionDir: resolve(`dist/${name === 'chromium' ? 'chrome' : 'firefox'}`),
    // Firefox rounds a page's clock to a millisecond unless told not to.
    prefs: { 'privacy.reduceTimerPrecision': false },
  });
  try {
    return await measure(browser, name, many);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measure(browser: ExtensionBrowser, name: BrowserName, many: number): Promise<boolean> {
  const own = await browser.openExtensionPage(`${DASHBOARD}#about`);
  await furnish(own, FEW);
  const few = await openings(browser);
  await furnish(own, many);
  await sleep(SETTLE_MS);
  const all = await openings(browser);
  const page = await opened(browser);
  await page.evaluate(firstRowMs, 'sayso-rating-row' as const);
  const {
    answersMs: [builtMs = Number.NaN],
    longestGapMs,
  } = await page.evaluate(typeOut, TYPED.slice(0, 1));
  const { answersMs } = await page.evaluate(typeOut, TYPED);
  const { scansMs, readMs } = await own.evaluate(scanBare, TYPED);
  const answers = spreadOf(answersMs);
  const scans = spreadOf(scansMs);
  await page.close();
  const scrolled = await opened(browser);
  await scrolled.evaluate(firstRowMs, 'sayso-rating-row' as const);
  const gaps = await scrolled.evaluate(scrollAbout, false);
  const bareGaps = await scrolled.evaluate(scrollAbout, true);
  const growth = all.median / few.median;
  const isHeld = growth <= 1.3 && answers.p95 <= 50 && Math.max(...gaps) <= Math.max(50, Math.max(...bareGaps));
  console.log(
    [
      `${name}  the list of ${many.toLocaleString('en')} ratings`,
      `  first screen  ${ms(all.median)} (p95 ${ms(all.p95)})   of ${String(FEW)}: ${ms(few.median)} (p95 ${ms(few.p95)})   × ${growth.toFixed(2)}  (hold ≤ 1.3)`,
      `  a letter      ${ms(answers.median)} (p95 ${ms(answers.p95)})   bare scan ${ms(scans.median)} (p95 ${ms(scans.p95)})  (hold ≤ 50 ms)`,
      `  first letter  ${ms(builtMs)}, all taken into memory; no frame later than ${ms(longestGapMs)}   bare read ${ms(readMs)}`,
      `  scrolling     longest gap ${ms(Math.max(...gaps))}, over 50 ms: ${String(late(gaps))} of ${String(gaps.length)}   empty page ${ms(Math.max(...bareGaps))}, ${String(late(bareGaps))}  (hold ≤ 50 ms, or the empty page's)`,
    ].join('\n'),
  );
  await scrolled.close();
  const isUnratedHeld = await benchUnrated(browser, own, many);
  return isHeld && isUnratedHeld;
}

/** How long the first row takes from the page's beginning, warm: the first opening is thrown away. */
async function openings(browser: ExtensionBrowser): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const page = await opened(browser);
    times.push(await page.evaluate(firstRowMs, 'sayso-rating-row' as const));
    await page.close();
  }
  return spreadOf(times.slice(1));
}

function late(gaps: readonly number[]): number {
  return gaps.filter((gap) => gap > 50).length;
}

async function opened(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.openExtensionPage(`${DASHBOARD}#ratings`);
  await page.bringToFront();
  return page;
}
