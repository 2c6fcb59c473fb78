import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { closePopup, connect, press, sees, seenText } from '../support/actions.ts';
import { readHeld } from '../support/held.ts';
import { pathOf, type Site, sendPage } from '../support/site.ts';

const LINK = '<link rel="customer" href="/.well-known/customer.json">';

/** How often each host was asked for its customer.json. */
const fetched: Record<string, number> = {};

/** A site whose customer.json is `text`, or is missing. */
function announcing(name: string, text: string | undefined): Site {
  return (request, response) => {
    if (pathOf(request) !== '/.well-known/customer.json') {
      sendPage(response, `<title>${name}</title>${LINK}<h1>${name}</h1>`);
      return;
    }
    fetched[name] = (fetched[name] ?? 0) + 1;
    response.statusCode = text === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(text ?? '');
  };
}

const GOOD = {
  version: '1',
  name: 'The Reading Room',
  asks: [
    {
      id: 'reading-room-1',
      text: 'To put books on your table that you would take home.',
      purpose: 'ProvidePersonalisedRecommendations',
      required: [{ collection: 'ratings', kinds: ['Book'], filter: { min: 60 } }],
      optional: [{ collection: 'preferences', keys: ['language'] }],
      retention: 'P1Y',
      sharing: ['Paper & Partners Ltd', 'The Bindery'],
      agreement: 'SD-BASE-A',
    },
  ],
};

/** What is wrong with a file, and what the popup names of it: the path and the rule. */
const MALFORMED = [
  ['retention', 'asks.0.retention: Not an ISO 8601 duration', withAsk({ retention: 'a while' })],
  ['purpose', 'asks.0.purpose: ', withAsk({ purpose: 'ToSellYouThings' })],
  ['needs', 'asks.0: required and optional are both empty', withAsk({ required: [], optional: [] })],
  ['collection', 'asks.0.required.0.collection: ', withAsk({ required: [{ collection: 'passwords' }] })],
  ['version', 'version: ', JSON.stringify({ ...GOOD, version: '2' })],
  ['json', 'customer.json is not JSON', '{ "version": "1", '],
] as const;

function withAsk(change: object): string {
  return JSON.stringify({ ...GOOD, asks: [{ ...GOOD.asks[0], ...change }] });
}

describe('step 5: choose a vendor', () => {
  const stage = useBrowser({
    sites: {
      'good.localhost': announcing('good', JSON.stringify(GOOD)),
      'missing.localhost': announcing('missing', undefined),
      'silent.localhost': (_request, response) => {
        sendPage(response, '<title>A site of few words</title><h1>Hello</h1>');
      },
      ...Object.fromEntries(MALFORMED.map(([name, , text]) => [`${name}.localhost`, announcing(name, text)])),
    },
  });

  /** Opens the popup over a site's front page. */
  async function openOver(host: string): Promise<{ page: Page; popup: Page }> {
    const page = await stage.browser.page(`http://${host}/`);
    return { page, popup: await stage.browser.openPopup(page) };
  }

  describe('a site that announces itself', () => {
    let page: Page;
    let popup: Page;

    beforeAll(async () => {
      page = await stage.browser.page('http://good.localhost/');
      // Its file is read when the person opens the popup there, not before.
      expect(fetched['good']).toBeUndefined();
      popup = await stage.browser.openPopup(page);
      await sees(popup, 'It would like to ask you');
    });

    it('is shown in plain words: who asks, for what, why, for how long, shared with whom, under which terms', async () => {
      const text = (await seenText(popup)).replace(/[\u2066-\u2069]/gu, '');
      for (const words of [
        /This site http:\/\/ ?good\.localhost/u,
        'It calls itself “The Reading Room”.',
        /Your ratings: Books \( ?Required ?\) 3 of 5 stars or better/u,
        /Your preferences: Language \( ?Optional ?\)/u,
        'To put books on your table that you would take home.',
        'What for to recommend things that suit you',
        'They keep it for 1 year',
        /They pass it on to others, whom they call: .*Paper & Partners Ltd.*The Bindery/u,
        /Your terms Service and counting \( ?SD-BASE-A ?\) They may use it to do what you came for/u,
        'Connect',
      ]) {
        expect(text).toMatch(words);
      }
      expect(fetched['good']).toBe(1);
    });

    it('can’t tell before, and has the API in the open tab and on later loads after Connect', async () => {
      expect(await page.evaluate(() => 'customer' in navigator)).toBe(false);
      await page.evaluate(() => {
        const seen = globalThis as { readyWith?: string | undefined };
        window.addEventListener('customerready', () => (seen.readyWith = navigator.customer?.version));
      });
      await stage.browser.grantPermission('http://good.localhost/*');
      await press(popup, 'sayso-site >>> button.connect.primary');
      await until('customerready', () => page.evaluate(() => (globalThis as { readyWith?: string }).readyWith === '1'));
      await sees(popup, 'Connected: this site may ask you. You decide each time.');
      await closePopup(stage.browser, popup);

      await page.reload();
      expect(await page.evaluate(() => navigator.customer?.version)).toBe('1');
      expect(await page.evaluate(() => navigator.customer?.grants())).toEqual([]);
      const { patterns } = await readHeld(stage.browser);
      expect(patterns).toEqual(['http://good.localhost/*']);
      await page.close();
    });

    it('is let go again by Disconnect', async () => {
      const over = await openOver('good.localhost');
      await press(over.popup, 'sayso-site >>> button.connect');
      await sees(over.popup, 'Disconnected. Whatever this site held has ended.');
      await closePopup(stage.browser, over.popup);
      await over.page.reload();
      expect(await over.page.evaluate(() => 'customer' in navigator)).toBe(false);
      expect((await readHeld(stage.browser)).patterns).toEqual([]);
      await over.page.close();
    });
  });

  it.each(MALFORMED)(
    'names path and rule where customer.json has a wrong %s, and offers to connect',
    async (name, fault) => {
      const { page, popup } = await openOver(`${name}.localhost`);
      const text = await sees(popup, 'has a mistake. You can connect all the same');
      expect(text).toContain(fault);
      expect(text).not.toContain('It calls itself');
      await closePopup(stage.browser, popup);
      await connect(stage.browser, page);
      await page.close();
    },
  );

  it('says that a file could not be read, and connects all the same', async () => {
    const { page, popup } = await openOver('missing.localhost');
    await sees(popup, 'but it could not be read. You can connect all the same.');
    await closePopup(stage.browser, popup);
    await connect(stage.browser, page);
    await page.close();
  });

  it('connects a site that announces nothing', async () => {
    const { page, popup } = await openOver('silent.localhost');
    const text = await sees(popup, 'Then this site may ask you. It gets nothing before you say yes.');
    expect(text).not.toContain('customer.json');
    await closePopup(stage.browser, popup);
    await connect(stage.browser, page);
    expect(await page.evaluate(() => navigator.customer?.grants())).toEqual([]);
    await page.close();
  });
});
