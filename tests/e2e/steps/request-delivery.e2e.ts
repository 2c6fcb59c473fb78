import { beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '../../../src/domain/ids.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { endpointShop, type EndpointShop, quoteAtOnce, quoteOn, type Spoil } from '../support/endpoint-shop.ts';
import { cast, tellRequested } from '../support/shopping.ts';
import { pageSite } from '../support/site.ts';
import { storedRows } from '../support/stored.ts';
import { makeLookDue, stand } from '../support/threads.ts';
import { chosenPage } from '../support/vendor.ts';

/** What docs/protocol.md says of Chromium: whoever loads Sayso, from whatever folder. */
const SAME_FOR_ALL = 'chrome-extension://ofmofbailpegnhpnhkgmepcihocnedni';

let isHeld = true;
/** What came where no redirect may lead. */
const trapped: string[] = [];
const trap: Parameters<typeof useBrowser>[0] = {
  sites: Object.fromEntries(
    ['trap.localhost', '127.0.0.1'].map((host) => [
      host,
      (request, response) => {
        trapped.push(`${host} ${request.url ?? ''}`);
        pageSite('<p>Nobody should come here.')(request, response);
      },
    ]),
  ),
};

const redirect =
  (location: string): Spoil =>
  (_answer, _request, response) => {
    response.writeHead(307, { location });
    response.end();
  };

const send = async (
  answer: Response,
  response: Parameters<Spoil>[2],
  change = (text: string) => text,
): Promise<void> => {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(change(await answer.text()));
};

const SHOPS = {
  // The shop has it, and its answer comes to nobody.
  held: await endpointShop('held', quoteAtOnce, (answer, _request, response) =>
    isHeld ? undefined : send(answer, response),
  ),
  later: await endpointShop('later', () => 'later'),
  overnight: await endpointShop('overnight', () => 'later'),
  elsewhere: await endpointShop('elsewhere', quoteAtOnce, redirect('http://trap.localhost/quotes')),
  loopback: await endpointShop('loopback', quoteAtOnce, redirect('http://127.0.0.1/quotes')),
  malformed: await endpointShop('malformed', quoteAtOnce, (_answer, _request, response) => {
    response.end('<p>We are being rebuilt.</p>');
  }),
  forger: await endpointShop('forger', quoteAtOnce, (answer, _request, response) =>
    send(answer, response, (text) => text.replace('499.00', '49.00')),
  ),
  twice: await endpointShop('twice', quoteAtOnce, (answer, _request, response) =>
    send(answer, response, (text) => text.replace(/"messages":\[(.+)\]/u, '"messages":[$1,$1]')),
  ),
  left: await endpointShop('left'),
} satisfies Record<string, EndpointShop>;
type Name = keyof typeof SHOPS;

/** What is expected of each when all that can be delivered was. */
const DELIVERED: Readonly<Record<Name, string>> = {
  held: 'quoted',
  later: 'acknowledged',
  overnight: 'acknowledged',
  elsewhere: 'ended: endpoint-elsewhere',
  loopback: 'ended: endpoint-elsewhere',
  malformed: 'acknowledged: malformed',
  forger: 'acknowledged: bad-signature',
  twice: 'quoted',
  left: 'asked',
};

describe('a request to shops with endpoints', () => {
  const stage = useBrowser({
    sites: {
      ...trap.sites,
      ...Object.fromEntries(Object.entries(SHOPS).map(([name, { site }]) => [`${name}.localhost`, site])),
    },
  });
  let id: RequestId;

  beforeAll(async () => {
    for (const name of Object.keys(SHOPS)) {
      const page = await chosenPage(stage.browser, name);
      await page.close();
    }
    const origins = Object.values(SHOPS).map(({ origin }) => origin);
    id = await cast(stage.browser, 'endpoint', ...origins);
    await stage.browser.removePermission('http://left.localhost/*');
  });

  it('threat 12 is delivered with the sites closed, and answered once, though the background dies between', async () => {
    await tellRequested(stage.browser, id);
    await until('the shop to be asked', () => Promise.resolve(SHOPS.held.asked.length === 1));
    await stage.browser.killBackground();
    isHeld = false;
    await tellRequested(stage.browser, id);
    await stand(stage.browser, DELIVERED);
    const { held } = SHOPS;
    expect([held.came.length, held.asked.length]).toEqual([2, 1]);
    expect(new Set(held.came.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('threat 31 tells shops nothing of the browser it comes from that two of them would hear', () => {
    const came = Object.values(SHOPS).flatMap((shop) => [...shop.came]);
    expect(came.length).toBeGreaterThan(8);
    for (const { headers } of came) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      // Firefox gives each installation an address of its own, and says none. Chromium would make one of the folder that it was
      // loaded from: by the manifest's key it is the same for all.
      expect(headers.origin ?? 'null').toBe(stage.browser.name === 'firefox' ? 'null' : SAME_FOR_ALL);
    }
    const people = Object.values(SHOPS).flatMap(({ asked }) => asked.map(({ from, publicKey }) => [from, publicKey.x]));
    expect(new Set(people.flat()).size).toBe(2 * new Set(people.map(([from]) => from)).size);
  });

  it('threat 34 follows no redirect, and tells the shop so', () => {
    expect(trapped).toEqual([]);
    expect(SHOPS.left.came).toEqual([]);
  });

  it('threat 33 believes nothing that was changed after signing, hears the same once, and keeps what was signed', async () => {
    const { messages = [] } = await storedRows(stage.browser, ['messages']);
    const heard = messages.filter(({ entry }) => (entry as { kind: string }).kind === 'heard');
    expect(heard).toHaveLength(2);
    for (const { entry } of heard) {
      const { signed, message } = entry as { signed: { envelope: string }; message: { id: string } };
      expect(JSON.parse(signed.envelope)).toMatchObject({ id: message.id, body: { kind: 'quote' } });
    }
    const notices = SHOPS.forger.asked.map(({ body }) => (body.kind === 'failure' ? body.reason : body.kind));
    expect(notices).toEqual(['request', 'bad-signature']);
  });

  it('finds a later answer at the status address', async () => {
    await replyLate(SHOPS.later);
    await makeLookDue(stage.browser, SHOPS.later.origin);
    await tellRequested(stage.browser, id);
    await stand(stage.browser, { ...DELIVERED, later: 'quoted' });
  });

  it('goes on by itself when the browser starts again in the morning', async () => {
    await replyLate(SHOPS.overnight);
    await makeLookDue(stage.browser, SHOPS.overnight.origin);
    await stage.browser.restart();
    await stand(stage.browser, { ...DELIVERED, later: 'quoted', overnight: 'quoted' });
  });
});

async function replyLate({ asked, handler }: EndpointShop): Promise<void> {
  const [first] = asked;
  if (first?.body.kind !== 'request') {
    throw new Error('It was asked nothing.');
  }
  await handler.reply(first.request, quoteOn(first.body.demand));
}
