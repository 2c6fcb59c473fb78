import { describe, expect, it, vi } from 'vitest';
import { endRequest } from '../../../src/app/end-request.ts';
import { takeReply } from '../../../src/app/take-reply.ts';
import type { MessageId, ThreadId } from '../../../src/domain/ids.ts';
import { originOf } from '../../../src/domain/origin.ts';
import { REQUEST_LIMITS } from '../../../src/policy/request/request-limits.ts';
import type { SignedByPerson, VendorMessage } from '../../../src/protocol/customer-reply.ts';
import type { Demand } from '../../../src/protocol/customer-request.ts';
import { WIRE_LIMITS } from '../../../src/protocol/request/wire-limits.ts';
import { readVendorMessage } from '../../../src/protocol/request/read-vendor-message.ts';
import { DAY, euro, HOUR, MINUTE, NOW } from '../../support/request-samples.ts';
import { requestRows } from '../../support/request-store.ts';
import { nameOf } from '../../support/thread-samples.ts';
import { listening, quoteAtOnce, quoteOn, type ShopServer, shopServer } from './shop-server.ts';
import { useCourier } from './use-courier.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const me = useCourier();
/** 10,000 quotes: a hundred answers of as many as an answer may have. */
const LOOKS = 100;
const EACH = WIRE_LIMITS.messages;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

describe('a hostile endpoint', () => {
  it.each([302, 307, 308])('threat 34 that leads elsewhere by %d is not followed', async (status) => {
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
    const id = await me.cast([shop.origin]);
    await me.run();
    expect([visits, await me.phase(id), await me.failures(id)]).toEqual([0, 'ended:failed', ['endpoint-elsewhere']]);
  });

  it('threat 34 that names a status address elsewhere is malformed, and nobody looks there', async () => {
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
    const id = await me.cast([shop.origin]);
    await me.run();
    await me.after(HOUR);
    expect([visits, await me.failures(id)]).toEqual([0, ['malformed']]);
  });

  it('threat 35 that sends 20 MB is read no further than an answer may be long', async () => {
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
    const id = await me.cast([shop.origin]);
    await me.run();
    expect(await me.failures(id)).toEqual(['too-large']);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('that answers three times with what is no answer is given up, and told so each time but the last', async () => {
    const shop = await shopServer(
      () => 'later',
      (request, response) => {
        if (request.method === 'GET') {
          response.end('<p>We are being rebuilt.</p>');
        }
        return request.method === 'GET';
      },
    );
    const id = await me.cast([shop.origin]);
    await me.run();
    for (const minutes of [1, 2, 4, 8]) {
      await me.after(minutes * MINUTE);
    }
    expect([await me.phase(id), await me.failures(id)]).toEqual([
      'ended:failed',
      ['malformed', 'malformed', 'malformed'],
    ]);
    expect(shop.asked.map(({ body }) => body.kind)).toEqual(['request', 'failure', 'failure', 'failure']);
  });

  it('threat 35 that sends 10,000 quotes gets a hundred kept, whatever it sends after, and the store stays as small', async () => {
    let sent = 0;
    const shop: ShopServer = await shopServer(
      () => 'later',
      (request, response) => {
        const [asked] = shop.asked;
        if (request.method !== 'GET' || !asked || !('demand' in asked.body)) {
          return false;
        }
        // With a line to follow, the person looks again and again.
        const { demand } = asked.body;
        const quote = { ...quoteOn(demand), lines: [{ kind: 'pending', line: 2 } as const] } as VendorMessage;
        const some = Array.from({ length: EACH }, () => {
          sent += 1;
          return shop.seal(asked, `q${sent}`, quote);
        });
        void Promise.all(some).then((messages) => response.end(JSON.stringify({ sayso: '1', messages })));
        return true;
      },
    );
    const id = await me.cast([shop.origin], { answerByMs: NOW + 9 * DAY });
    await me.run();
    const sizes: number[] = [];
    const tookMs: number[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      const startedMs = performance.now();
      await me.after(HOUR);
      tookMs.push(performance.now() - startedMs);
      sizes.push(JSON.stringify(await requestRows(me.context)).length);
    }
    expect(sent).toBe(10_000);
    const { entries, threads } = await me.story(id);
    expect(entries.filter(({ entry }) => entry.kind === 'heard')).toHaveLength(REQUEST_LIMITS.messages);
    expect(threads[0]!.thread.heard).toHaveLength(REQUEST_LIMITS.messages);
    expect(threads[0]!.thread.phase).toMatchObject({ kind: 'quoted', quote: { id: 'q1' } });
    // What is kept is kept with the first hundred; the other 9,900 leave no byte, and cost no more the more there were.
    expect(Math.max(...sizes)).toBeLessThan(sizes[0]! * 1.01);
    expect(sum(tookMs.slice(LOOKS / 2))).toBeLessThan(2 * sum(tookMs.slice(0, LOOKS / 2)));
  }, 240_000);

  it('threat 35 that sends 101 quotes in one answer is not read, and one by one gets a hundred looked at', async () => {
    const shop = await shopServer(({ body }) =>
      'demand' in body ? Array.from({ length: 101 }, () => quoteOn(body.demand)) : [],
    );
    const id = await me.cast([shop.origin]);
    await me.run();
    expect(await me.failures(id)).toEqual(['too-large']);
    const { body, request } = shop.asked[0] as SignedByPerson & { readonly body: { readonly demand: Demand } };
    const many = await Promise.all(
      Array.from({ length: 120 }, () => shop.handler.reply(request, quoteOn(body.demand))),
    );
    const thread = request as ThreadId;
    for (const said of many) {
      const message = readVendorMessage(said.body, { id: said.id as MessageId, vendor: originOf(shop.origin) });
      await takeReply(me.context, { origin: originOf(shop.origin), thread, said: message });
    }
    const { entries } = await me.story(id);
    expect(entries.filter(({ entry }) => entry.kind === 'heard')).toHaveLength(100);
    expect(await me.phase(id)).toBe('quoted');
  });

  it('threat 33 that says the same again, and more after the end, changes nothing', async () => {
    const shop = await shopServer(({ body }) =>
      'demand' in body ? [quoteOn(body.demand)] : [{ kind: 'decline', copy: 1, reason: 'other' }],
    );
    const id = await me.cast([shop.origin]);
    await me.run();
    const { threads } = await me.story(id);
    await endRequest(me.context, { id, as: 'withdrawn' });
    const before = await me.story(id);
    await me.run();
    const after = await me.story(id);
    expect(shop.asked.map(({ body }) => body.kind)).toEqual(['request', 'ended']);
    expect(threads.map(({ thread }) => nameOf(thread.phase))).toEqual(['quoted']);
    expect(after.entries.filter(({ entry }) => entry.kind === 'heard')).toHaveLength(1);
    expect(after.threads[0]?.thread).toEqual({ ...before.threads[0]?.thread, outbox: [] });
  });

  it('threat 36 that quotes ever less to find out what somebody would pay gets the same to the byte', async () => {
    const prices = ['900.00', '700.00', '599.00', '501.00'];
    const shop = await shopServer(({ body }) =>
      'demand' in body ? prices.map((price) => quoteOn(body.demand, price)) : [],
    );
    const heard: string[] = [];
    for (const max of ['500', '600', '5000']) {
      const from = shop.asked.length;
      const id = await me.cast([shop.origin], { budget: { max: euro(max), isShown: false } });
      await me.run();
      expect(await me.phase(id)).toBe('quoted');
      await endRequest(me.context, { id, as: 'withdrawn' });
      await me.run();
      const messages = shop.asked.slice(from);
      const names = new Set(messages.flatMap((one) => [one.from, one.request]));
      const text = JSON.stringify(messages.map(({ body, number, at }) => ({ body, number, at })));
      heard.push([...names].reduce((rest, name, index) => rest.replaceAll(name, `name ${index}`), text));
    }
    expect(heard[0]).toContain('withdrawn');
    expect(new Set(heard).size).toBe(1);
  });

  it('threat 31 that is asked for two things can’t tell that one person wants them', async () => {
    const shop = await shopServer(quoteAtOnce);
    await me.cast([shop.origin]);
    await me.run();
    await me.cast([shop.origin]);
    await me.run();
    const [one, other] = shop.asked.map(({ from, request, key, publicKey }) => [from, request, key, publicKey.x]);
    expect(shop.asked).toHaveLength(2);
    expect(one!.filter((name) => other!.includes(name))).toEqual([]);
    const [first, second] = shop.came.map(({ headers }) => ({ ...headers, 'idempotency-key': '' }));
    expect(second).toEqual(first);
  });

  it('that signs with another’s key is not believed', async () => {
    const other = await shopServer(quoteAtOnce);
    const shop = await shopServer(quoteAtOnce, (_request, response) => {
      response.end(JSON.stringify({ sayso: '1', messages: [{ ...other.asked[0], id: 'q1' }] }));
      return true;
    });
    const id = await me.cast([other.origin, shop.origin]);
    await me.run();
    expect((await me.phase(id)).split(' ').sort()).toEqual(['acknowledged', 'quoted']);
    expect(await me.failures(id)).toEqual(['malformed']);
  });

  it('that changes what it signed is not believed, and told so', async () => {
    const shop = await shopServer(quoteAtOnce);
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
      const text = await (await real(...request)).text();
      return new Response(text.replace('499.00', '49.00'));
    });
    const id = await me.cast([shop.origin]);
    await me.run();
    expect(await me.failures(id)).toEqual(['bad-signature']);
    expect(shop.asked.map(({ body }) => body.kind)).toEqual(['request', 'failure']);
  });

  it('that answers too late is tried again, and never acknowledged it is given up', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(50));
    const shop = await shopServer(quoteAtOnce, () => true);
    const id = await me.cast([shop.origin]);
    await me.run();
    expect(await me.phase(id)).toBe('asked');
    for (const minutes of [5, 15, 40, 60]) {
      await me.after(minutes * MINUTE);
    }
    expect([await me.phase(id), await me.failures(id)]).toEqual(['ended:failed', ['not-acknowledged']]);
  });

  it('threat 35 that begins an answer and never ends it is cut off, and tried again', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(300));
    const shop = await shopServer(quoteAtOnce, (_request, response, count) => {
      if (count === 1) {
        response.write('{"sayso":"1","messages":[');
      }
      return count === 1;
    });
    const id = await me.cast([shop.origin]);
    await me.run();
    expect([await me.phase(id), await me.failures(id)]).toEqual(['asked', []]);
    await me.after(5 * MINUTE);
    expect([await me.phase(id), shop.came.length]).toEqual(['quoted', 2]);
  });

  it('that is dead is given up after two hours, and does not hold up another', async () => {
    const shop = await shopServer(quoteAtOnce);
    const id = await me.cast(['http://127.0.0.1:9', shop.origin]);
    await me.run();
    expect((await me.phase(id)).split(' ').sort()).toEqual(['asked', 'quoted']);
    for (const minutes of [5, 15, 40, 60]) {
      await me.after(minutes * MINUTE);
    }
    expect(await me.failures(id)).toEqual(['not-acknowledged']);
  });
});
