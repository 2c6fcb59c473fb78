import { launch } from './browsers.mjs';
import { bundleRecogniser } from './bundle.mjs';
import { compareWithParse } from './in-page.mjs';
import { listPage } from './list-page.mjs';
import { row } from './row.mjs';
import { serve } from './serve.mjs';

const PRODUCTS = 1000;
const MARKUPS = ['microdata', 'json-ld', 'unmarked'];
const HOLD = { longestTaskMs: 50, ratio: 1 };

/**
 * Recognises a made-up list page of 1,000 products in a browser of its own, beside that browser's parse of the page.
 *
 * @param {'chromium' | 'firefox'} name
 * @returns {Promise<string[]>} what is not held
 */
export async function benchLists(name) {
  const { code } = await bundleRecogniser();
  const server = await serve(listAt);
  const browser = await launch(name);
  try {
    return reportLists(name, await measureLists(await browser.newPage(), server.origin, code));
  } finally {
    await browser.close();
    server.close();
  }
}

/** The list page at an address, or nothing. */
export function listAt(path) {
  return path.startsWith('/list/') ? listPage(PRODUCTS, path.slice(6)) : undefined;
}

export async function measureLists(page, origin, code) {
  const results = [];
  for (const markup of MARKUPS) {
    await page.goto(`${origin}/list/${markup}`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(code);
    const html = listPage(PRODUCTS, markup);
    const seen = await page.evaluate(compareWithParse, {
      url: 'https://made-up.example/lamps',
      html,
      rounds: 4,
      runs: 8,
    });
    results.push({ markup, ...seen });
  }
  return results;
}

/** Prints the rows. @returns what is not held */
export function reportLists(name, lists) {
  for (const { markup, count, totalMs, longestMs, parseMs } of lists) {
    row(
      `list of ${PRODUCTS}, ${markup}`,
      `${totalMs.toFixed(1)} ms`,
      `${(totalMs / parseMs).toFixed(2)} × parse (${parseMs.toFixed(1)} ms), longest step ${longestMs.toFixed(1)} ms, ${count} found`,
    );
  }
  return [
    [lists.some((one) => one.count < PRODUCTS), 'products of a list found'],
    [lists.some((one) => one.longestMs > HOLD.longestTaskMs), 'longest step on a list'],
    [lists.some((one) => one.totalMs > one.parseMs * HOLD.ratio), 'time of a list beside its parse'],
  ].flatMap(([isBroken, what]) => (isBroken ? [`${name}: ${what}`] : []));
}
