import { resolve } from 'node:path';
import { startExamples } from '../../examples/server.mjs';
import { type EndpointShop, endpointShop } from '../../tests/e2e/support/endpoint-shop.ts';
import { draft, pathOf } from '../../tests/e2e/support/shopping.ts';
import type { Site } from '../../tests/e2e/support/site.ts';
import type { BrowserName, ExtensionBrowser } from '../../tests/support/browsers/extension-browser.ts';
import { launch } from '../../tests/support/browsers/launch.ts';
import { ms, spreadOf } from '../support/statistics.ts';
import { bundleUseCases } from './bundle.ts';
import { castAll, lookAll, offerToAllow, type Post, postAll } from './in-page.ts';

const VENDORS = 50;
const ROUNDS = 6;
const HOLD = 1.5;
/** Vendors are told apart by port, too, and the browser is asked for all ports of a host at once. */
const HOST = 'shops.localhost';
const NAMES = Array.from({ length: VENDORS }, (_, place) => `${HOST}:${9_000 + place}`);
const SENT = ['accept', 'content-type', 'idempotency-key', 'sayso-version'];

/**
 * Casts one request to 50 vendors with endpoints and takes their answers, all of it over HTTP on loopback: from the press until a
 * page of Sayso's that looks on sees that nothing is left to be sent, and 50 quotes are kept. Beside it the same 50 messages, posted
 * by the same background to the same shops, which know nothing of them then, with nothing around them.
 *
 * @returns whether the budget held
 */
export async function benchCast(name: BrowserName): Promise<boolean> {
  const shops = new Map<string, EndpointShop>();
  const site: Site = (request, response) => {
    const { host } = new URL(request.url ?? '/', `http://${request.headers.host ?? HOST}`);
    shops.get(host)?.site(request, response);
  };
  const server = await startExamples({ port: 0, extra: { [HOST]: site } });
  const browser = await launch({
    browser: name,
    proxyPort: server.port,
    extensionDir: resolve(`dist/${name === 'chromium' ? 'chrome' : 'firefox'}`),
    prefs: { 'privacy.reduceTimerPrecision': false },
  });
  try {
    await allow(browser);
    return await measure(browser, name, shops);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measure(
  browser: ExtensionBrowser,
  name: BrowserName,
  shops: Map<string, EndpointShop>,
): Promise<boolean> {
  const useCases = await bundleUseCases();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await openShops(shops);
    const origins = [...shops.values()].map(({ origin }) => origin);
    const id = await draft(browser, {}, ...origins);
    const page = await browser.openExtensionPage('icons/sayso.svg');
    await page.evaluate(useCases);
    const look = await page.evaluate(lookAll, origins);
    const cast = await page.evaluate(castAll, id, origins);
    if (look.endpoints !== VENDORS || cast.quotes !== VENDORS) {
      throw new Error(`${look.endpoints} endpoints, ${cast.quotes} quotes ${JSON.stringify(cast)}`);
    }
    const posts = [...shops.values()].map(postOf);
    await openShops(shops);
    const bare = await browser.inBackground(postAll, posts, name === 'firefox' ? 'same-origin' : 'cors');
    await page.close();
    if (bare.answered !== VENDORS) {
      throw new Error(`${bare.answered} bare answers`);
    }
    rounds.push({ look, cast, bare });
  }
  const warm = rounds.slice(1);
  const cast = spreadOf(warm.map((one) => one.cast.tookMs));
  const kept = spreadOf(warm.map((one) => one.cast.castMs));
  const bare = spreadOf(warm.map((one) => one.bare.tookMs));
  const look = spreadOf(warm.map((one) => one.look.tookMs));
  const ratio = cast.median / bare.median;
  console.log(
    [
      `${name}  cast to ${String(VENDORS)} vendors, ${String(VENDORS)} quotes taken   ${ms(cast.median)} (p95 ${ms(cast.p95)})   bare posts of the same ${ms(bare.median)} (p95 ${ms(bare.p95)})   × ${ratio.toFixed(2)}  (hold ≤ ${String(HOLD)})`,
      `  of which until it is kept ${ms(kept.median)}   the look at each customer.json before it ${ms(look.median)}`,
    ].join('\n'),
  );
  return ratio <= HOLD;
}

/** The person allows that host, with all of its ports. */
async function allow(browser: ExtensionBrowser): Promise<void> {
  await draft(browser, {}, ...NAMES.map((name) => `http://${name}`));
  const pattern = `http://${HOST}/*`;
  await browser.grantPermission(pattern);
  const page = await browser.openExtensionPage('src/ui/dashboard/dashboard.html#about');
  await page.bringToFront();
  await page.evaluate(offerToAllow, pattern);
  await page.click('#allow');
  await page.waitForSelector('#allow[data-allowed="true"]', { timeout: 5_000 });
  await page.close();
}

/** New ones, that never heard of anybody. */
async function openShops(shops: Map<string, EndpointShop>): Promise<void> {
  const opened = await Promise.all(NAMES.map(async (name) => [name, await endpointShop(name)] as const));
  opened.forEach(([name, shop]) => shops.set(name, shop));
}

/** What came to a shop, as it came. */
function postOf({ origin, asked, came }: EndpointShop): Post {
  const [message, request] = [asked[0], came[0]];
  if (!message || !request) {
    throw new Error(`Nothing came to ${origin}`);
  }
  const headers = SENT.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return {
    address: `${origin}${pathOf(request)}`,
    body: JSON.stringify(message),
    headers: Object.fromEntries(headers),
  };
}
