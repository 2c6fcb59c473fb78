import { beforeAll, describe, expect, it } from 'vitest';
import { HELLO } from '../../../src/protocol/page-wire.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, connect, showStars } from '../support/actions.ts';
import { beginAsk, outcomeOf } from '../support/ask.ts';
import { readHeld } from '../support/held.ts';
import { sendFromScripts } from '../support/in-own-page.ts';
import { pageSite } from '../support/site.ts';
import { speak } from '../support/speak.ts';

const CHOSEN = 'http://shop.localhost';
const CHOSEN_PORT = 'http://till.localhost:8081';

/** A thing that stars could stand beside, and the first script of the page, which looks around. */
const page = pageSite(`<title>A mug</title><h1>A mug</h1>
<script>
  window.wasThere = 'customer' in navigator;
  window.heard = [];
  for (const type of ['customerready', '${HELLO}', 'sayso:bridge']) {
    addEventListener(type, () => heard.push(type));
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => heard.push('a reply');
  postMessage('${HELLO}', location.origin, [port2]);
</script>
<script type="application/ld+json">
{ "@context": "https://schema.org", "@type": "Product", "name": "A mug", "gtin13": "4006381333931" }
</script>`);

const NAMES = ['shop', 'till', 'my.shop', 'shopp', 'sho', 'my-shop'];

describe('threat 7: who is nearly the one that was chosen', () => {
  const stage = useBrowser({
    sites: Object.fromEntries(
      NAMES.flatMap((name) => [`${name}.localhost`, `${name}.localhost.`]).map((host) => [host, page]),
    ),
  });

  // Two are chosen, connected and with stars, and hold a grant: one on the scheme's own port, one on another.
  beforeAll(async () => {
    for (const origin of [CHOSEN, CHOSEN_PORT]) {
      const tab = await stage.browser.page(`${origin}/`);
      await connect(stage.browser, tab);
      await showStars(stage.browser, tab);
      await until('navigator.customer', () => tab.evaluate(() => navigator.customer !== undefined));
      await tab.bringToFront();
      await beginAsk(tab);
      await allow(stage.browser);
      await until('a grant', async () => (await outcomeOf(tab))?.value !== undefined);
      await tab.close();
    }
  });

  it.each([
    ['another port', 'http://shop.localhost:8080'],
    ['the own port of the scheme', 'http://till.localhost'],
    ['yet another port', 'http://till.localhost:8082'],
    ['a sub-domain', 'http://my.shop.localhost'],
    ['a longer sibling', 'http://shopp.localhost'],
    ['a shorter sibling', 'http://sho.localhost'],
    ['one that ends alike', 'http://my-shop.localhost'],
    ['a trailing dot', 'http://shop.localhost.'],
    ['a trailing dot before the port', 'http://till.localhost.:8081'],
  ])('%s is not chosen', async (_what, origin) => {
    const tab = await stage.browser.page(`${origin}/`);
    expect(await tab.evaluate(() => location.origin)).toBe(origin);
    const isReachable = (await readHeld(stage.browser)).patterns.includes(`http://${new URL(origin).hostname}/*`);
    if (isReachable) {
      // Match patterns know no port: Sayso's scripts may run here, and even what they say is refused.
      const calls = ['ratings', 'grants', 'provide'].map((call) => ({ wire: 'vendor', id: crypto.randomUUID(), call }));
      const lookUp = { wire: 'inline', call: 'look-up', input: { things: [['gtin:04006381333931']] } };
      const [replies] = await sendFromScripts(stage.browser, `${origin}/`, [...calls, lookUp]);
      const refused = { kind: 'failure', name: 'NotAllowedError', message: 'Not given.' };
      expect(replies).toEqual([
        refused,
        { kind: 'answer', json: '[]' },
        refused,
        { ok: false, error: expect.objectContaining({ code: 'not-granted' }) as unknown },
      ]);
    }
    // The chosen ones are asked later, and answer.
    for (const chosen of [CHOSEN, CHOSEN_PORT]) {
      const served = await stage.browser.page(`${chosen}/`);
      await until('navigator.customer', () => served.evaluate(() => navigator.customer !== undefined));
      const { 1000000: grants } = await speak(served, []);
      expect(String(grants)).toContain('"person"');
      const stars = await until('the stars', async () => {
        const roots = await stage.browser.inClosedRoots(served, () => true);
        return roots.length > 0 && roots;
      });
      expect(stars).toHaveLength(1);
      await served.close();
    }
    expect(await tab.evaluate(() => [wasThere, 'customer' in navigator, heard])).toEqual([false, false, []]);
    expect(await stage.browser.inClosedRoots(tab, () => true)).toEqual([]);
    await tab.close();
  });

  it('upper case is the browser’s to fold: there is no such origin', async () => {
    const tab = await stage.browser.page('HTTP://SHOP.LocalHost/');
    expect(await tab.evaluate(() => location.origin)).toBe(CHOSEN);
    await tab.close();
  });
});

declare const wasThere: boolean;
declare const heard: readonly string[];
