import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { SignedByPerson } from '../../../src/protocol/customer-reply.ts';
import { readVendorKey } from '../../../src/sdk/server/read-vendor-key.ts';
import { memoryLedger } from '../../../src/sdk/server/ledger.ts';
import { newVendorKey } from '../../../src/sdk/server/new-vendor-key.ts';
import { nodeListener } from '../../../src/sdk/server/node-listener.ts';
import { createRequestHandler } from '../../../src/sdk/server/request-handler.ts';
import { offerFor, quoteFor } from '../../../src/sdk/server/build-reply.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { cast, pathOf, signingSite, tellRequested } from '../support/shopping.ts';
import { storedRows } from '../support/stored.ts';
import { chosenPage } from '../support/vendor.ts';

const SHOP = 'http://shop.localhost';
const { privateKey } = await newVendorKey();
const site = signingSite(await readVendorKey(privateKey), { quotes: '/quotes' });
const asked: SignedByPerson[] = [];
const came: IncomingMessage[] = [];
let isHeld = true;

const handler = createRequestHandler({
  origin: SHOP,
  path: '/quotes',
  key: privateKey,
  ledger: memoryLedger(),
  answer: async (message) => {
    asked.push(message);
    if (!('demand' in message.body)) {
      return [];
    }
    const { demand } = message.body;
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const line = offerFor(demand, 1, { key: 'a', price: '499.00', priceCurrency: 'EUR' });
    return [quoteFor(demand, { priceCurrency: 'EUR', priceValidUntil: tomorrow, lines: [line] })];
  },
});
const listen = nodeListener(handler, SHOP);

describe('a request to a shop with an endpoint', () => {
  const stage = useBrowser({
    sites: {
      'shop.localhost': (request, response) => {
        if (pathOf(request) !== '/quotes') {
          site(request, response);
          return;
        }
        came.push(request);
        // The shop has it, and its answer comes to nobody.
        const answer = isHeld ? { writeHead: () => undefined, end: () => undefined } : response;
        void listen(request, answer);
      },
    },
  });

  it('is delivered with the site closed, and answered once, though the background dies between', async () => {
    const page = await chosenPage(stage.browser, 'shop');
    const id = await cast(stage.browser, 'endpoint', SHOP);
    await page.goto('about:blank');
    await tellRequested(stage.browser, id);
    await until('the shop to be asked', () => Promise.resolve(asked.length === 1));
    await stage.browser.killBackground();
    isHeld = false;
    await tellRequested(stage.browser, id);
    const thread = await until('the answer', async () => {
      const { threads = [] } = await storedRows(stage.browser, ['threads']);
      const [row] = threads as readonly { thread: { phase: { kind: string } } }[];
      return row?.thread.phase.kind === 'quoted' && row.thread;
    });
    expect(thread).toMatchObject({ heard: [{}], outbox: [] });
    expect([came.length, asked.length]).toEqual([2, 1]);
    expect(new Set(came.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect((await storedRows(stage.browser, ['outbox']))['outbox']).toMatchObject([{ work: { kind: 'tell' } }]);
  });

  it('tells the shop nothing of the browser it comes from that another shop would hear, too', () => {
    for (const { headers } of came) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      // Firefox gives each installation an address of its own.
      expect(headers.origin ?? '').not.toContain('moz-extension');
    }
  });
});
