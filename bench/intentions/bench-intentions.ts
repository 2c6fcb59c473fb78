import { resolve } from 'node:path';
import { startExamples } from '../../examples/server.mjs';
import type { BrowserName, ExtensionBrowser } from '../../tests/support/browsers/extension-browser.ts';
import { launch } from '../../tests/support/browsers/launch.ts';
import { quoted, quoteNow, vendorNamed } from '../../tests/support/quoted.ts';
import { seed } from '../../tests/e2e/support/looks/seed.ts';
import { ms, spreadOf } from '../support/statistics.ts';
import { multiply, rowsMs } from './in-page.ts';

const FEW = 10;
/** Of each request. */
const QUOTES = 10;
const TIMES = 100;
const OPENINGS = 8;
const HOLD = 1.3;

/**
 * How long the list of intentions takes to open with 1,000 requests and 10,000 quotes, beside 10 requests with 100.
 *
 * @returns whether the budget held
 */
export async function benchIntentions(name: BrowserName): Promise<boolean> {
  const server = await startExamples({ port: 0 });
  const browser = await launch({
    browser: name,
    proxyPort: server.port,
    extensionDir: resolve(`dist/${name === 'chromium' ? 'chrome' : 'firefox'}`),
    prefs: { 'privacy.reduceTimerPrecision': false },
  });
  try {
    return await measure(browser, name);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measure(browser: ExtensionBrowser, name: BrowserName): Promise<boolean> {
  await seed(browser, async (context) => {
    for (let request = 0; request < FEW; request += 1) {
      const quotes = Array.from({ length: QUOTES }, (_, place) => ({
        vendor: vendorNamed(`shop-${place}`),
        quote: quoteNow(context, `q${place}`),
      }));
      await quoted(context, quotes, { channel: 'visit', title: `Wanted, number ${request}` });
    }
  });
  const few = await openings(browser);
  const own = await browser.openExtensionPage('src/ui/dashboard/dashboard.html#about');
  const { requests, quotes } = await own.evaluate(multiply, TIMES);
  await own.close();
  const many = await openings(browser);
  const growth = many.median / few.median;
  console.log(
    `${name}  the list of ${requests.toLocaleString('en')} requests with ${quotes.toLocaleString('en')} quotes   ${ms(many.median)} (p95 ${ms(many.p95)})   of ${String(FEW)}: ${ms(few.median)} (p95 ${ms(few.p95)})   × ${growth.toFixed(2)}  (hold ≤ ${String(HOLD)})`,
  );
  if (requests !== FEW * TIMES || quotes !== FEW * QUOTES * TIMES) {
    throw new Error('Not as many as were to be measured');
  }
  return growth <= HOLD;
}

/** From the page's beginning until a screenful stands there, warm: the first opening is thrown away. */
async function openings(browser: ExtensionBrowser): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const page = await browser.openExtensionPage('src/ui/dashboard/dashboard.html#intentions');
    await page.bringToFront();
    times.push(await page.evaluate(rowsMs, FEW));
    await page.close();
  }
  return spreadOf(times.slice(1));
}
