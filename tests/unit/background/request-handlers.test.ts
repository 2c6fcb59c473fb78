import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { blockVendor } from '../../../src/app/block-vendor.ts';
import { forgetVendor } from '../../../src/app/forget-vendor.ts';
import { requestStory } from '../../../src/app/list-requests.ts';
import { AskBroker } from '../../../src/background/ask-broker.ts';
import { VendorDocuments } from '../../../src/background/vendor-documents.ts';
import { vendorHandlers } from '../../../src/background/vendor-handlers.ts';
import { answerVendor } from '../../../src/background/vendor-router.ts';
import { newRecordId, type Origin, type ThreadId } from '../../../src/domain/ids.ts';
import type { Intention } from '../../../src/protocol/customer-reply.ts';
import type { Page } from '../../../src/protocol/customer.ts';
import type { VendorReply } from '../../../src/protocol/vendor-reply.ts';
import { checkPersonMessage } from '../../../src/protocol/signing/check-message.ts';
import { digestOf, sealVendorMessage } from '../../../src/protocol/signing/envelope.ts';
import { newSigningKey, type SigningKey } from '../../../src/protocol/signing/signing-key.ts';
import { MINIMAL_ASK } from '../../support/asks.ts';
import { HOUR, NOW, request as sample } from '../../support/request-samples.ts';
import { asked, type Asked } from '../../support/request-store.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';
import { PROPOSED_OWNERSHIP, WIRE_QUOTE } from '../../support/wire-samples.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const REFUSED = { kind: 'failure', name: 'NotAllowedError', message: 'Not given.' };
const served = vi.fn<(address: string) => Response>();
const moved = vi.fn<() => void>();
let world: Asked;
let key: SigningKey;
let documents: VendorDocuments;

beforeEach(async () => {
  fake.reset();
  fake.held.add('https://shop.example/*').add('https://cinema.example/*');
  key = await newSigningKey();
  documents = new VendorDocuments();
  served.mockReset();
  moved.mockReset();
  served.mockImplementation(() => announcing(key));
  vi.stubGlobal('fetch', async (address: string) => served(address));
  world = await asked('visit');
});

function announcing(...keys: SigningKey[]): Response {
  return Response.json({
    version: '1',
    name: 'Shop',
    asks: [MINIMAL_ASK],
    keys: keys.map(({ publicKey }) => publicKey),
  });
}

function call(origin: Origin, name: string, input?: unknown): Promise<VendorReply> {
  const ready = Promise.resolve(world.context);
  const router = {
    handlers: vendorHandlers(ready, new AskBroker(ready, async () => undefined), { documents, moved }),
    spend: () => undefined,
    isWaiting: async () => false,
    provide: async () => undefined,
  };
  const json = input === undefined ? {} : { input: JSON.stringify(input) };
  const message = { wire: 'vendor', id: newRecordId(NOW), call: name, ...json };
  return answerVendor(message, { origin, frameId: 0, tab: { id: 7 } } as unknown as Runtime.MessageSender, router);
}

async function answer<T>(origin: Origin, name: string, input?: unknown): Promise<T> {
  const reply = await call(origin, name, input);
  if (reply.kind !== 'answer') {
    throw new Error(JSON.stringify(reply));
  }
  return JSON.parse(reply.json) as T;
}

const intentions = (origin: Origin, query?: object) => answer<Page<Intention>>(origin, 'intentions', query);

async function signed(changes: object = {}, by = key, thread: ThreadId = world.shop) {
  const row = await world.context.database.threads.get(thread);
  const envelope = {
    from: SHOP,
    to: row!.thread.person,
    request: thread,
    id: 'q1',
    body: { ...WIRE_QUOTE },
    nowMs: NOW,
  };
  return sealVendorMessage({ ...envelope, ...changes }, by);
}

describe('intentions()', () => {
  it('are what was cast to this vendor, signed, and nothing private', async () => {
    const { items } = await intentions(SHOP);
    expect(items).toMatchObject([
      { '@type': 'Demand', identifier: world.shop, stage: 'whole', copy: 1, messages: [{ number: 1, to: SHOP }] },
    ]);
    const [message] = items[0]!.messages;
    expect(await checkPersonMessage(message, { vendor: SHOP })).toMatchObject({ kind: 'good' });
    const text = JSON.stringify(items);
    for (const word of ['Grandmother', 'For the twins', '700', 'Wobbly', world.cinema, world.id, 'cinema']) {
      expect(text).not.toContain(word);
    }
  });

  it('say the same message again as the same, by the same key, whenever they are asked', async () => {
    const [first] = (await intentions(SHOP)).items;
    world.context.clock.advance(HOUR);
    const [again] = (await intentions(SHOP)).items;
    const [one, other] = [first!.messages[0]!, again!.messages[0]!];
    expect(other.key).toBe(one.key);
    expect(await digestOf(other as never)).toBe(await digestOf(one as never));
  });

  it('threat 31 have another key and another name for every vendor', async () => {
    const [shop, cinema] = [(await intentions(SHOP)).items[0]!, (await intentions(CINEMA)).items[0]!];
    expect(shop.messages[0]!.key).not.toBe(cinema.messages[0]!.key);
    expect(shop.person).not.toBe(cinema.person);
    expect(shop.identifier).not.toBe(cinema.identifier);
  });

  it('come in pages; a cursor of another vendor’s is none', async () => {
    const { database } = world.context;
    const row = (await database.threads.get(world.shop))!;
    const requests = (await database.requests.get(world.id))!;
    const other = '00000000-0000-4000-8000-000000000001' as ThreadId;
    await database.requests.put({ ...requests });
    await database.threads.put({
      ...row,
      id: other,
      thread: { ...row.thread, id: other },
      createdAt: `0${row.createdAt}` as never,
    });
    const first = await intentions(SHOP, { limit: 1 });
    expect(first).toMatchObject({ items: [{ identifier: world.shop }], next: world.shop });
    const rest = await intentions(SHOP, { limit: 1, cursor: first.next });
    expect(rest.next).toBeUndefined();
    expect(rest.items).toHaveLength(1);
    for (const cursor of [world.cinema, 'nothing']) {
      expect(await call(SHOP, 'intentions', { cursor })).toEqual({
        kind: 'failure',
        name: 'DataError',
        message: 'intentions: cursor: Not a cursor of this query.',
      });
    }
  });

  it('can be only those in which something was said since', async () => {
    expect((await intentions(SHOP, { since: new Date(NOW).toISOString() })).items).toHaveLength(1);
    expect((await intentions(SHOP, { since: new Date(NOW + HOUR).toISOString() })).items).toEqual([]);
  });

  it('are none for a site that is blocked, or that was forgotten and came back without its keys', async () => {
    await intentions(SHOP);
    await forgetVendor(world.context, { origin: SHOP });
    expect(await world.context.database.settings.filter(({ key: name }) => name.includes(SHOP)).toArray()).toEqual([]);
    expect((await intentions(SHOP)).items).toEqual([]);
    await blockVendor(world.context, { origin: CINEMA, isBlocked: true });
    expect((await intentions(CINEMA)).items).toEqual([]);
  });

  it('are none where a thread came from a copy: nobody here has its key', async () => {
    const { database } = world.context;
    await intentions(SHOP);
    await database.settings.clear();
    expect((await intentions(SHOP)).items).toEqual([]);
    expect(await database.settings.count()).toBe(0);
  });
});

describe('reply()', () => {
  it('is taken once, when the vendor signed it, and the same one gets the same receipt', async () => {
    const reply = await signed();
    const receipt = await answer(SHOP, 'reply', [world.shop, reply]);
    expect(moved).toHaveBeenCalledOnce();
    expect(receipt).toEqual({ id: 'q1', at: new Date(NOW).toISOString() });
    world.context.clock.advance(HOUR);
    expect(await answer(SHOP, 'reply', [world.shop, reply])).toEqual(receipt);
    const { entries } = await requestStory(world.context, { id: world.id });
    expect(entries.filter(({ entry }) => entry.kind === 'heard')).toHaveLength(1);
    expect(served).toHaveBeenCalledExactlyOnceWith(`${SHOP}/.well-known/customer.json`);
  });

  it('says why it was not taken', async () => {
    const reply = await signed({ id: 'q2', body: { ...WIRE_QUOTE, copy: 7 } });
    expect(await answer(SHOP, 'reply', [world.shop, reply])).toMatchObject({ id: 'q2', refused: 'wrong-copy' });
  });

  it('may be signed with a key that is new: customer.json is read again, once', async () => {
    await answer(SHOP, 'reply', [world.shop, await signed()]);
    const next = await newSigningKey();
    const reply = await signed({ id: 'q2', body: { ...WIRE_QUOTE, replaces: 'q1' } }, next);
    expect(await call(SHOP, 'reply', [world.shop, reply])).toMatchObject({
      name: 'DataError',
      message: 'reply: unknown-key',
    });
    expect(served).toHaveBeenCalledTimes(2);
    served.mockImplementation(() => announcing(key, next));
    expect(await answer(SHOP, 'reply', [world.shop, reply])).not.toHaveProperty('refused');
    expect(served).toHaveBeenCalledTimes(3);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['bad-signature', async () => ({ ...(await signed()), at: '2026-11-12T10:00:00.000Z' })],
    ['other-sender', () => signed({ from: CINEMA })],
    ['other-audience', () => signed({ to: crypto.randomUUID() })],
    ['other-thread', () => signed({ request: world.cinema })],
    ['unreadable', async () => ({ ...(await signed()), extra: 1 })],
    ['lines: ', () => signed({ body: { ...WIRE_QUOTE, lines: 'none' } })],
  ])('is malformed to the page and nothing to the thread: %s', async (problem, reply) => {
    for (const _time of [1, 2, 3, 4]) {
      expect(await call(SHOP, 'reply', [world.shop, await reply()])).toMatchObject({
        name: 'DataError',
        message: expect.stringContaining(`reply: ${problem}`) as string,
      });
    }
    const { entries, threads } = await requestStory(world.context, { id: world.id });
    expect(entries.filter(({ entry }) => entry.kind !== 'said')).toEqual([]);
    expect(threads.map(({ thread }) => thread.phase.kind)).toEqual(['asked', 'asked']);
  });

  it('of another vendor’s request, of none, and of a blocked vendor’s are refused alike', async () => {
    const nobody = crypto.randomUUID() as string as ThreadId;
    expect(await call(SHOP, 'reply', [world.cinema, await signed({}, key, world.cinema)])).toEqual(REFUSED);
    expect(await call(SHOP, 'reply', [nobody, await signed()])).toEqual(REFUSED);
    await blockVendor(world.context, { origin: SHOP, isBlocked: true });
    expect(await call(SHOP, 'reply', [world.shop, await signed()])).toEqual(REFUSED);
    expect(served).not.toHaveBeenCalled();
  });

  it.each<[string, () => Response]>([
    [
      'does not answer',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
    ['is busy', () => new Response('', { status: 503 })],
  ])('waits for keys where the site %s', async (_how, answered) => {
    served.mockImplementation(answered);
    expect(await call(SHOP, 'reply', [world.shop, await signed()])).toMatchObject({ name: 'InvalidStateError' });
    served.mockImplementation(() => announcing(key));
    expect(await answer(SHOP, 'reply', [world.shop, await signed()])).not.toHaveProperty('refused');
  });

  it.each<[string, () => Response]>([
    ['none', () => new Response('', { status: 404 })],
    ['one elsewhere', () => new Response('', { status: 302, headers: { location: 'https://elsewhere.example/' } })],
    ['one that is malformed', () => new Response('{')],
    ['one of 20 MB', () => new Response(' '.repeat(20_000_000))],
    ['one with no keys in it', () => announcing()],
  ])('waits for keys where customer.json is %s: nobody can tell whose it is', async (_what, answered) => {
    served.mockImplementation(answered);
    expect(await call(SHOP, 'reply', [world.shop, await signed()])).toMatchObject({ name: 'InvalidStateError' });
    served.mockImplementation(() => announcing(key));
    expect(await answer(SHOP, 'reply', [world.shop, await signed()])).not.toHaveProperty('refused');
  });

  it('asks nothing of a site that the browser does not allow', async () => {
    fake.held.clear();
    expect(await call(SHOP, 'reply', [world.shop, await signed()])).toMatchObject({ name: 'InvalidStateError' });
    expect(served).not.toHaveBeenCalled();
  });
});

describe('propose()', () => {
  it('lands in the inbox once, and says no more than that', async () => {
    const receipt = { id: 'o1', at: new Date(NOW).toISOString() };
    expect(await answer(SHOP, 'propose', PROPOSED_OWNERSHIP)).toEqual(receipt);
    // The toolbar button tells of it.
    expect(moved).toHaveBeenCalledOnce();
    world.context.clock.advance(HOUR);
    expect(await answer(SHOP, 'propose', PROPOSED_OWNERSHIP)).toEqual(receipt);
    expect(await world.context.database.proposals.count()).toBe(1);
  });

  it('is refused to a site that is not served', async () => {
    await blockVendor(world.context, { origin: SHOP, isBlocked: true });
    expect(await call(SHOP, 'propose', PROPOSED_OWNERSHIP)).toEqual(REFUSED);
    expect(await call(SHOP, 'propose', { ...PROPOSED_OWNERSHIP, price: 1 })).toMatchObject({ name: 'DataError' });
  });
});

it('the sample has something private to keep', () => {
  expect(JSON.stringify(sample())).toContain('Grandmother');
});
