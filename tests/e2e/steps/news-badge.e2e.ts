import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { RequestId } from '../../../src/domain/ids.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard } from '../support/actions.ts';
import { endpointShop } from '../support/endpoint-shop.ts';
import { inOwnPage } from '../support/in-own-page.ts';
import { cast, tellRequested } from '../support/shopping.ts';
import { stand } from '../support/threads.ts';
import { chosenPage } from '../support/vendor.ts';

const SHOP = await endpointShop('shop');
const OTHER = await endpointShop('other');

describe('news on the toolbar button', () => {
  const stage = useBrowser({ sites: { 'shop.localhost': SHOP.site, 'other.localhost': OTHER.site } });
  let id: RequestId;

  beforeAll(async () => {
    for (const name of ['shop', 'other']) {
      const page = await chosenPage(stage.browser, name);
      await page.close();
    }
    id = await cast(stage.browser, 'endpoint', SHOP.origin, OTHER.origin);
  });

  /** What the button says, as the browser tells a page of Sayso's in which nothing of Sayso's runs. */
  function badge(): Promise<string> {
    return inOwnPage(stage.browser, () => {
      const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
      return (global.browser ?? global.chrome).action.getBadgeText({});
    });
  }

  it('counts the quotes that came while no page of the shops was open', async () => {
    expect(await badge()).toBe('');
    await tellRequested(stage.browser, id);
    await stand(stage.browser, { shop: 'quoted', other: 'quoted' });
    await until('both to be counted', async () => (await badge()) === '2');
    expect((await stage.browser.pages()).filter(({ url }) => new URL(url).hostname.endsWith('.localhost'))).toEqual([]);
  });

  it('are still there when the browser starts again', async () => {
    await stage.browser.restart();
    await until('both to be counted again', async () => (await badge()) === '2');
  });

  it('are none any more when the person has looked at them', async () => {
    const page = await openDashboard(stage.browser, 'intentions');
    await find(page, 'sayso-intentions');
    expect(await badge()).toBe('2');
    await page.close();
    const request = await openDashboard(stage.browser, `intentions/${id}`);
    await until('nothing to be counted', async () => (await badge()) === '');
    await request.close();
    // Nor does the background count any, when it counts the next time.
    await stage.browser.killBackground();
    await inOwnPage(stage.browser, async () => {
      const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
      await (global.browser ?? global.chrome).action.setBadgeText({ text: '9' });
    });
    await tellRequested(stage.browser, id);
    await until('nothing to be counted again', async () => (await badge()) === '');
  });
});
