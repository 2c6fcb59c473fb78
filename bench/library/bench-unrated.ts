import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../tests/support/browsers/extension-browser.ts';
import { ms, spreadOf } from '../support/statistics.ts';
import { furnishUnrated } from './furnish-unrated.ts';
import { firstRowMs, narrowTo } from './in-page.ts';

const OPENINGS = 5;
/** What a list of things without a mark is narrowed to, and its orders. */
const NARROWED = [
  'trace=seen',
  'trace=wanted',
  'tag=late',
  'sort=oldest',
  'search=evening',
  'trace=seen&search=evening',
];

/**
 * The list of things without a mark beside the ratings narrowed by a tag: neither is in an index. Each from when the page is
 * asked for to its first row: the first time that list is asked for of such a store, and later; then narrowed further.
 *
 * @param own - a page of Sayso's
 * @param rated - how many things with a mark there are
 * @returns whether a narrowed list stood there in time
 */
export async function benchUnrated(browser: ExtensionBrowser, own: Page, rated: number): Promise<boolean> {
  const unrated = Math.round(rated / 10);
  await furnishUnrated(own, { rated, unrated });
  const first = await opening(browser, 'list=unrated', 'sayso-unrated-row');
  const [later, tagged]: [number[], number[]] = [[], []];
  for (let n = 0; n < OPENINGS; n += 1) {
    later.push(await opening(browser, 'list=unrated', 'sayso-unrated-row'));
    tagged.push(await opening(browser, 'tag=seen', 'sayso-rating-row'));
  }
  const page = await opened(browser, 'list=unrated');
  await page.evaluate(firstRowMs, 'sayso-unrated-row' as const);
  const queries = NARROWED.map((query) => `list=unrated&${query}`);
  // The first time each order is sorted and the texts are put together.
  await page.evaluate(narrowTo, queries);
  const narrowed = spreadOf(await page.evaluate(narrowTo, [...queries, ...queries]));
  await page.close();
  console.log(
    [
      `  not rated     ${unrated.toLocaleString('en')} among them, the first time ${ms(first)}, later ${ms(spreadOf(later).median)}   ratings of one tag ${ms(spreadOf(tagged).median)}`,
      `  narrowed      ${ms(narrowed.median)} (p95 ${ms(narrowed.p95)})  (hold ≤ 50 ms)`,
    ].join('\n'),
  );
  return narrowed.median <= 50;
}

/** How long the first row takes from the page's beginning. */
async function opening(
  browser: ExtensionBrowser,
  query: string,
  row: 'sayso-rating-row' | 'sayso-unrated-row',
): Promise<number> {
  const page = await opened(browser, query);
  const tookMs = await page.evaluate(firstRowMs, row);
  // What a page keeps for the next one it keeps when it has shown what it was asked for.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await page.close();
  return tookMs;
}

async function opened(browser: ExtensionBrowser, query: string): Promise<Page> {
  const page = await browser.openExtensionPage(`src/ui/dashboard/dashboard.html#ratings?${query}`);
  await page.bringToFront();
  return page;
}
