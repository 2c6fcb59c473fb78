import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { castRequest } from '../../../src/app/cast-request.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { requestStory } from '../../../src/app/list-requests.ts';
import { writeRequest } from '../../../src/app/write-request.ts';
import { Courier, REQUESTS } from '../../../src/background/courier.ts';
import { VendorDocuments } from '../../../src/background/vendor-documents.ts';
import type { RequestId } from '../../../src/domain/ids.ts';
import { originOf } from '../../../src/domain/origin.ts';
import type { SignedByPerson } from '../../../src/protocol/customer-reply.ts';
import type { Demand } from '../../../src/protocol/customer-request.ts';
import { HOUR, MINUTE, NOW } from '../../support/request-samples.ts';
import { input } from '../../support/request-store.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';
import { nameOf } from '../../support/thread-samples.ts';
import { listening, quoteAtOnce, quoteOn, shopServer } from './shop-server.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const alarm = vi.fn<(name: string, info: { when: number }) => Promise<undefined>>();
let context: TestContext;

beforeEach(() => {
  fake.reset();
  fake.held.add('http://127.0.0.1/*');
  alarm.mockReset();
  vi.spyOn(fake.alarms, 'create').mockImplementation(alarm as never);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  context = testContext();
  context.clock.ms = NOW;
});

async function castTo(...origins: string[]): Promise<RequestId> {
  const to = origins.map((origin) => ({ vendor: originOf(origin), channel: 'endpoint' as const }));
  for (const { vendor } of to) {
    await chooseSite(context, { origin: vendor, connect: true });
  }
  const { id } = await writeRequest(context, { request: input() });
  await castRequest(context, { id, to });
  return id;
}

function courier(over = context): Courier {
  return new Courier(Promise.resolve(over), new VendorDocuments());
}

async function after(ms: number): Promise<void> {
  context.clock.advance(ms);
  await courier().run();
}

async function phase(id: RequestId): Promise<string> {
  const { threads } = await requestStory(context, { id });
  return threads.map(({ thread }) => nameOf(thread.phase)).join(' ');
}

async function failures(id: RequestId): Promise<string[]> {
  const { entries } = await requestStory(context, { id });
  return entries.flatMap(({ entry }) => (entry.kind === 'failed' ? [entry.notice.reason] : []));
}

describe('a message to an endpoint', () => {
  it('is sent, and answered at once: no cookie, no origin of a page, one key a message', async () => {
    const shop = await shopServer(quoteAtOnce);
    const id = await castTo(shop.origin);
    await courier().run();
    expect(await phase(id)).toBe('quoted');
    await courier().run();
    expect(shop.came).toHaveLength(1);
    const { headers, method } = shop.came[0]!;
    expect(method).toBe('POST');
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'sayso-version': '1' });
    expect(headers['idempotency-key']).toBe(`"${shop.asked[0]!.request}:1"`);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
    expect(JSON.stringify(shop.asked)).not.toMatch(/Grandmother|twins|Wobbly/u);
  });

  it('is answered later: looked for by an alarm, until it is there', async () => {
    const shop = await shopServer(() => 'later');
    const id = await castTo(shop.origin);
    await courier().run();
    expect(await phase(id)).toBe('acknowledged');
    expect(alarm).toHaveBeenLastCalledWith(REQUESTS, { when: NOW + MINUTE });
    await after(MINUTE);
    expect(shop.came.map(({ method }) => method)).toEqual(['POST', 'GET']);
    expect(alarm).toHaveBeenLastCalledWith(REQUESTS, { when: NOW + 3 * MINUTE });
    const { body, request } = shop.asked[0] as SignedByPerson & { readonly body: { readonly demand: Demand } };
    await shop.handler.reply(request, quoteOn(body.demand));
    await after(2 * MINUTE);
    expect(await phase(id)).toBe('quoted');
  });

  it('is tried again when the shop was busy: the same message, at its time and not before', async () => {
    const shop = await shopServer(quoteAtOnce, (_request, response, count) => {
      if (count === 1) {
        response.writeHead(503);
        response.end();
      }
      return count === 1;
    });
    const id = await castTo(shop.origin);
    await courier().run();
    await after(4 * MINUTE);
    expect(shop.came).toHaveLength(1);
    await after(MINUTE);
    expect(await phase(id)).toBe('quoted');
    expect(new Set(shop.came.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('is answered once, though the background dies when the shop has answered', async () => {
    const shop = await shopServer(quoteAtOnce);
    const id = await castTo(shop.origin);
    const real = globalThis.fetch;
    const answered = new Promise<void>((resolve) => {
      vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
        const response = await real(...request);
        if (request[1]?.method === 'POST') {
          resolve();
          await new Promise(() => undefined);
        }
        return response;
      });
    });
    void courier(context.reopen()).run();
    await answered;
    vi.unstubAllGlobals();
    expect(await phase(id)).toBe('asked');
    expect(alarm).toHaveBeenLastCalledWith(REQUESTS, { when: NOW + MINUTE });
    await after(MINUTE);
    expect(await phase(id)).toBe('quoted');
    expect([shop.came.length, shop.asked.length]).toEqual([2, 1]);
  });

  it('is sent once by two that call at a time', async () => {
    const shop = await shopServer(quoteAtOnce);
    await castTo(shop.origin);
    const one = courier();
    await Promise.all([one.run(), one.run(), one.run()]);
    expect(shop.came).toHaveLength(1);
  });

  it('goes nowhere without the browser’s permission', async () => {
    fake.held.clear();
    const shop = await shopServer(quoteAtOnce);
    const id = await castTo(shop.origin);
    await courier().run();
    expect([shop.came.length, await phase(id)]).toEqual([0, 'asked']);
  });
});

describe('a hostile endpoint', () => {
  it.each([302, 307, 308])('that leads elsewhere by %d is not followed', async (status) => {
    let visits = 0;
    const elsewhere = await listening((_request, response) => {
      visits += 1;
      response.end();
    });
    const shop = await shopServer(quoteAtOnce, (_request, response) => {
      response.writeHead(status, { location: `${elsewhere}/quotes` });
      response.end();
      return true;
    });
    const id = await castTo(shop.origin);
    await courier().run();
    expect([visits, await phase(id), await failures(id)]).toEqual([0, 'ended:failed', ['endpoint-elsewhere']]);
  });

  it('that names a status address elsewhere is malformed, and nobody looks there', async () => {
    let visits = 0;
    const elsewhere = await listening((_request, response) => {
      visits += 1;
      response.end();
    });
    const shop = await shopServer(quoteAtOnce, (_request, response) => {
      response.writeHead(202, { location: `${elsewhere}/status` });
      response.end();
      return true;
    });
    const id = await castTo(shop.origin);
    await courier().run();
    await after(HOUR);
    expect([visits, await failures(id)]).toEqual([0, ['malformed']]);
  });

  it('that sends 20 MB is read no further than an answer may be long', async () => {
    let sent = 0;
    const piece = 'x'.repeat(65_536);
    const shop = await shopServer(quoteAtOnce, (_request, response) => {
      const more = (): void => {
        while (sent < 20_000_000 && !response.destroyed) {
          sent += piece.length;
          if (!response.write(piece)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
      return true;
    });
    const id = await castTo(shop.origin);
    await courier().run();
    expect(await failures(id)).toEqual(['too-large']);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('that signs with another’s key is not believed', async () => {
    const other = await shopServer(quoteAtOnce);
    const shop = await shopServer(quoteAtOnce, (_request, response) => {
      response.end(JSON.stringify({ sayso: '1', messages: [{ ...other.asked[0], id: 'q1' }] }));
      return true;
    });
    const id = await castTo(other.origin, shop.origin);
    await courier().run();
    expect((await phase(id)).split(' ').sort()).toEqual(['acknowledged', 'quoted']);
    expect(await failures(id)).toEqual(['malformed']);
  });

  it('that changes what it signed is not believed, and told so', async () => {
    const shop = await shopServer(quoteAtOnce);
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
      const text = await (await real(...request)).text();
      return new Response(text.replace('499.00', '49.00'));
    });
    const id = await castTo(shop.origin);
    await courier().run();
    expect(await failures(id)).toEqual(['bad-signature']);
    expect(shop.asked.map(({ body }) => body.kind)).toEqual(['request', 'failure']);
  });

  it('that answers too late is tried again, and never acknowledged it is given up', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(50));
    const shop = await shopServer(quoteAtOnce, () => true);
    const id = await castTo(shop.origin);
    await courier().run();
    expect(await phase(id)).toBe('asked');
    for (const minutes of [5, 15, 40, 60]) {
      await after(minutes * MINUTE);
    }
    expect([await phase(id), await failures(id)]).toEqual(['ended:failed', ['not-acknowledged']]);
  });

  it('that is dead is given up after two hours, and does not hold up another', async () => {
    const shop = await shopServer(quoteAtOnce);
    const id = await castTo('http://127.0.0.1:9', shop.origin);
    await courier().run();
    expect((await phase(id)).split(' ').sort()).toEqual(['asked', 'quoted']);
    for (const minutes of [5, 15, 40, 60]) {
      await after(minutes * MINUTE);
    }
    expect(await failures(id)).toEqual(['not-acknowledged']);
  });
});
