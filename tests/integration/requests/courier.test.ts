import { describe, expect, it, vi } from 'vitest';
import { acceptQuote } from '../../../src/app/accept-quote.ts';
import { markTold } from '../../../src/app/mark-told.ts';
import { Courier, REQUESTS } from '../../../src/background/courier.ts';
import { VendorDocuments } from '../../../src/background/vendor-documents.ts';
import type { MessageId } from '../../../src/domain/ids.ts';
import { showWaiting } from '../../../src/platform/badge.ts';
import type { PublicKey, SignedByPerson } from '../../../src/protocol/customer-reply.ts';
import type { Demand } from '../../../src/protocol/customer-request.ts';
import type { VendorEnvelope } from '../../../src/protocol/signing/envelope.ts';
import { checkEvidence, evidenceOf, writeEvidence } from '../../../src/protocol/signing/evidence.ts';
import type { ThreadEntry } from '../../../src/store/request-rows.ts';
import { fake } from '../../support/fake-extension.ts';
import { DELIVERY, HOUR, MINUTE, NOW } from '../../support/request-samples.ts';
import { quoteAtOnce, quoteOn, shopServer } from './shop-server.ts';
import { useCourier } from './use-courier.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const me = useCourier();

describe('a message to an endpoint', () => {
  it('is sent, and answered at once: no cookie, no origin of a page, one key a message', async () => {
    const shop = await shopServer(quoteAtOnce);
    const id = await me.cast([shop.origin]);
    await me.run();
    expect(await me.phase(id)).toBe('quoted');
    await me.run();
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
    const id = await me.cast([shop.origin]);
    await me.run();
    expect(await me.phase(id)).toBe('acknowledged');
    expect(me.alarm).toHaveBeenLastCalledWith(REQUESTS, { when: NOW + MINUTE });
    await me.after(MINUTE);
    expect(shop.came.map(({ method }) => method)).toEqual(['POST', 'GET']);
    expect(me.alarm).toHaveBeenLastCalledWith(REQUESTS, { when: NOW + 3 * MINUTE });
    const { body, request } = shop.asked[0] as SignedByPerson & { readonly body: { readonly demand: Demand } };
    await shop.handler.reply(request, quoteOn(body.demand));
    await me.after(2 * MINUTE);
    expect(await me.phase(id)).toBe('quoted');
  });

  it('is tried again when the shop was busy: the same message, at its time and not before', async () => {
    const shop = await shopServer(quoteAtOnce, (_request, response, count) => {
      if (count === 1) {
        response.writeHead(503);
        response.end();
      }
      return count === 1;
    });
    const id = await me.cast([shop.origin]);
    await me.run();
    await me.after(4 * MINUTE);
    expect(shop.came).toHaveLength(1);
    await me.after(MINUTE);
    expect(await me.phase(id)).toBe('quoted');
    expect(new Set(shop.came.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('is told on the toolbar button beside asks that wait, until it was looked at', async () => {
    const shop = await shopServer(quoteAtOnce);
    const id = await me.cast([shop.origin]);
    await me.run();
    expect(fake.badge).toBe('1');
    await showWaiting('asks', 2);
    expect(fake.badge).toBe('3');
    await markTold(me.context, { id });
    await me.run();
    expect(fake.badge).toBe('2');
    await showWaiting('asks', 0);
    expect(fake.badge).toBe('');
  });

  it('is answered once, though the background dies when the shop has answered', async () => {
    const shop = await shopServer(quoteAtOnce);
    const id = await me.cast([shop.origin]);
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
    void me.run(me.context.reopen());
    await answered;
    vi.unstubAllGlobals();
    expect(await me.phase(id)).toBe('asked');
    expect(me.alarm).toHaveBeenLastCalledWith(REQUESTS, { when: NOW + MINUTE });
    await me.after(MINUTE);
    expect(await me.phase(id)).toBe('quoted');
    expect([shop.came.length, shop.asked.length]).toEqual([2, 1]);
  });

  it('goes to many vendors at one time: all keys are kept in one go, before anything leaves, and each answer is heard', async () => {
    const shops = await Promise.all(Array.from({ length: 12 }, () => shopServer(quoteAtOnce)));
    const id = await me.cast(shops.map(({ origin }) => origin));
    const real = globalThis.fetch;
    const keptAtFirst: number[] = [];
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
      const keys = await me.context.database.settings.where('key').startsWith('relation-key ').count();
      keptAtFirst.push(keys);
      return real(...request);
    });
    const begun = vi.spyOn(me.context.database, 'transaction');
    await me.run();
    vi.unstubAllGlobals();
    expect(await me.phase(id)).toBe(shops.map(() => 'quoted').join(' '));
    expect(new Set(keptAtFirst)).toEqual(new Set([12]));
    expect(begun.mock.calls.filter(([mode, tables]) => mode === 'rw' && tables === 'settings')).toHaveLength(1);
    expect(shops.map(({ asked }) => asked.length)).toEqual(shops.map(() => 1));
    const people = shops.map(({ asked }) => [asked[0]!.from, asked[0]!.key, asked[0]!.request]);
    expect(new Set(people.flat()).size).toBe(3 * shops.length);
    expect(fake.badge).toBe('12');
  });

  it('is heard from everybody else where one answer can’t be written down', async () => {
    const shops = await Promise.all(Array.from({ length: 5 }, () => shopServer(quoteAtOnce)));
    await me.cast(shops.map(({ origin }) => origin));
    const { database } = me.context;
    const [broken] = await database.threads.toArray();
    const add = database.messages.bulkAdd.bind(database.messages);
    const spy = vi.spyOn(database.messages, 'bulkAdd').mockImplementation((async (rows: readonly ThreadEntry[]) => {
      if (rows.some(({ threadId }) => threadId === broken!.id)) {
        throw new Error('This one not.');
      }
      return add(rows);
    }) as never);
    await expect(me.run()).rejects.toThrow('This one not.');
    const phases = (await database.threads.toArray()).map(({ id, thread }) => [id === broken!.id, thread.phase.kind]);
    expect(phases.toSorted()).toEqual([...Array.from({ length: 4 }, () => [false, 'quoted']), [true, 'asked']]);
    spy.mockRestore();
    await me.after(MINUTE);
    expect((await database.threads.get(broken!.id))?.thread.phase.kind).toBe('quoted');
    expect(shops.map(({ asked }) => asked.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('goes nowhere to a vendor that is disconnected by then, and its key is not made', async () => {
    const [there, gone] = [await shopServer(quoteAtOnce), await shopServer(quoteAtOnce)];
    const id = await me.cast([there.origin, gone.origin]);
    const row = (await me.context.database.vendors.get(gone.origin as never))!;
    await me.context.database.vendors.put({ ...row, isConnected: false });
    await me.run();
    expect((await me.phase(id)).split(' ').toSorted()).toEqual(['asked', 'quoted']);
    expect(gone.came).toHaveLength(0);
    const keys = await me.context.database.settings.where('key').startsWith('relation-key ').primaryKeys();
    expect(keys).toEqual([expect.stringContaining(there.origin)]);
  });

  it('is sent once by two that call at a time', async () => {
    const shop = await shopServer(quoteAtOnce);
    await me.cast([shop.origin]);
    const one = new Courier(Promise.resolve(me.context), new VendorDocuments());
    await Promise.all([one.run(), one.run(), one.run()]);
    expect(shop.came).toHaveLength(1);
  });

  it('goes on after the clock was set back for a year: what was waited for begins anew', async () => {
    const shop = await shopServer(quoteAtOnce, (_request, response, count) => {
      if (count === 1) {
        response.writeHead(503);
        response.end();
      }
      return count === 1;
    });
    const id = await me.cast([shop.origin]);
    await me.run();
    await me.after(-365 * 24 * HOUR);
    expect([shop.came.length, await me.phase(id)]).toEqual([1, 'asked']);
    expect(me.alarm).toHaveBeenLastCalledWith(REQUESTS, { when: me.context.clock.ms + 5 * MINUTE });
    await me.after(5 * MINUTE);
    expect(await me.phase(id)).toBe('quoted');
  });

  it('that nobody answers by the person’s date is a failure to both sides, after one more look', async () => {
    const shop = await shopServer(({ body }) => (body.kind === 'request' ? 'later' : []));
    const id = await me.cast([shop.origin], { answerByMs: NOW + 3 * HOUR });
    await me.run();
    await me.after(2 * HOUR);
    expect([await me.phase(id), await me.failures(id)]).toEqual(['acknowledged', []]);
    await me.after(HOUR);
    expect([await me.phase(id), await me.failures(id)]).toEqual(['ended:failed', ['not-answered']]);
    expect(shop.came.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'POST']);
    expect(shop.asked.at(-1)?.body).toMatchObject({ kind: 'failure', reason: 'not-answered', isEnd: true });
  });

  it('that was answered is kept as it was signed, for anybody to check', async () => {
    const shop = await shopServer(quoteAtOnce);
    const id = await me.cast([shop.origin]);
    await me.run();
    const { entries } = await me.story(id);
    const [heard] = entries.flatMap(({ entry, atMs }) => (entry.kind === 'heard' ? [{ ...entry, atMs }] : []));
    const { envelope, publicKey } = heard!.signed!;
    const message = JSON.parse(envelope) as VendorEnvelope;
    const key = JSON.parse(publicKey) as PublicKey;
    expect(message).toMatchObject({ from: shop.origin, id: heard!.message.id });
    const file = writeEvidence(evidenceOf(message, { publicKey: key, nowMs: heard!.atMs }));
    expect(await checkEvidence(file, [shop.publicKey])).toEqual({ isSigned: true, isKeyPublished: true });
    expect(await checkEvidence(file.replace('499.00', '49.00'), [shop.publicKey])).toMatchObject({ isSigned: false });
  });

  it('that says yes to another quote after an acceptance is not heard, and its confirmation is', async () => {
    const shop = await shopServer((message) => (message.body.kind === 'acceptance' ? 'later' : quoteAtOnce(message)));
    const id = await me.cast([shop.origin]);
    await me.run();
    const [row] = (await me.story(id)).threads;
    const { phase } = row!.thread;
    const quote = phase.kind === 'quoted' ? phase.quote.id : ('' as MessageId);
    const acceptance = { quote, choice: [{ offer: 'a', options: [] }] };
    await acceptQuote(me.context, { thread: row!.id, acceptance, delivery: DELIVERY });
    await me.run();
    const { body, request } = shop.asked[0] as SignedByPerson & { readonly body: { readonly demand: Demand } };
    await shop.handler.reply(request, quoteOn(body.demand, '399.00'));
    await shop.handler.reply(request, {
      kind: 'confirmation',
      '@type': 'Order',
      quote,
      orderNumber: 'B-77',
      orderedItem: [{ offer: 'a', name: 'Rover Duo', orderQuantity: { value: '1', unitCode: 'C62' } }],
    });
    await me.after(MINUTE);
    const { threads, entries, orders } = await me.story(id);
    expect(threads[0]?.thread.phase).toMatchObject({
      kind: 'ordered',
      quote: { id: quote },
      order: { number: 'B-77' },
    });
    const refused = entries.flatMap(({ entry }) => (entry.kind === 'heard' && entry.refusal ? [entry.refusal] : []));
    expect([refused, orders.length]).toEqual([['accepted'], 1]);
  });

  it.each([
    ['the browser says so', 1, false],
    ['nobody of several can be reached', 2, true],
  ])(
    'waits for a person who is offline, whom it is told, and goes out on return: %s',
    async (_why, count, isOnline) => {
      const shops = await Promise.all(Array.from({ length: count }, () => shopServer(quoteAtOnce)));
      const id = await me.cast(shops.map(({ origin }) => origin));
      fake.isOnline = isOnline;
      vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
      await me.run();
      for (let minutes = 0; minutes < 5 * 60; minutes += 5) {
        await me.after(5 * MINUTE);
      }
      const waiting = (await me.story(id)).threads.map(({ thread }) => thread);
      expect(waiting.map(({ phase }) => phase.kind)).toEqual(shops.map(() => 'asked'));
      expect(waiting.map(({ outbox }) => outbox)).toMatchObject(
        shops.map(() => [{ attempts: 0, offlineSinceMs: NOW }]),
      );
      expect(me.alarm).toHaveBeenLastCalledWith(REQUESTS, {
        when: me.context.clock.ms + (isOnline ? 5 * MINUTE : MINUTE),
      });
      vi.unstubAllGlobals();
      fake.isOnline = true;
      await me.after(5 * MINUTE);
      expect([await me.phase(id), await me.failures(id)]).toEqual([shops.map(() => 'quoted').join(' '), []]);
    },
  );

  it('is given up after three retries where one vendor alone can’t be reached', async () => {
    const there = await shopServer(quoteAtOnce);
    const id = await me.cast([there.origin, 'http://127.0.0.1:9']);
    await me.run();
    for (const minutes of [5, 15, 40, 60]) {
      await me.after(minutes * MINUTE);
    }
    expect((await me.phase(id)).split(' ').toSorted()).toEqual(['ended:failed', 'quoted']);
    expect(await me.failures(id)).toEqual(['not-acknowledged']);
  });

  it('that was answered later, while the person was offline, is looked for before anything is given up', async () => {
    const shop = await shopServer(() => 'later');
    const id = await me.cast([shop.origin]);
    await me.run();
    const { body, request } = shop.asked[0] as SignedByPerson & { readonly body: { readonly demand: Demand } };
    await shop.handler.reply(request, quoteOn(body.demand));
    fake.isOnline = false;
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    for (let hours = 0; hours < 30; hours += 1) {
      await me.after(HOUR);
    }
    expect([await me.phase(id), await me.failures(id)]).toEqual(['acknowledged', []]);
    vi.unstubAllGlobals();
    fake.isOnline = true;
    await me.after(MINUTE);
    expect([await me.phase(id), await me.failures(id)]).toEqual(['quoted', []]);
  });

  it('outlives a customer.json that is gone for an hour, and not one that stays gone', async () => {
    let status = 404;
    const shop = await shopServer(quoteAtOnce);
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', async (...[address, init]: Parameters<typeof fetch>) =>
      new Request(address).url.endsWith('/customer.json') && status !== 200
        ? new Response('', { status })
        : real(address, init),
    );
    const first = await me.cast([shop.origin]);
    await me.run();
    await me.after(5 * MINUTE);
    expect([await me.phase(first), shop.came.length]).toEqual(['asked', 0]);
    status = 200;
    await me.after(15 * MINUTE);
    expect(await me.phase(first)).toBe('quoted');
    status = 404;
    const second = await me.cast([shop.origin]);
    await me.run();
    for (const minutes of [5, 15, 40, 60]) {
      await me.after(minutes * MINUTE);
    }
    expect([await me.phase(second), await me.failures(second)]).toEqual(['ended:failed', ['endpoint-gone']]);
  });

  it('goes nowhere without the browser’s permission', async () => {
    fake.held.clear();
    const shop = await shopServer(quoteAtOnce);
    const id = await me.cast([shop.origin]);
    await me.run();
    expect([shop.came.length, await me.phase(id)]).toEqual([0, 'asked']);
  });
});
