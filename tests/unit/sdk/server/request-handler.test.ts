import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedByPerson, VendorMessage } from '../../../../src/protocol/customer-reply.ts';
import { declineOf, offerFor, questionOn, quoteFor, referralOf } from '../../../../src/sdk/server/build-reply.ts';
import { checkReply } from '../../../../src/sdk/server/check-reply.ts';
import { runConformance, type ConformanceResult } from '../../../../src/sdk/server/conformance.ts';
import { memoryLedger } from '../../../../src/sdk/server/ledger.ts';
import { nodeListener } from '../../../../src/sdk/server/node-listener.ts';
import { createRequestHandler, type RequestHandlerOptions } from '../../../../src/sdk/server/request-handler.ts';
import { testPerson, type TestPerson } from '../../../../src/sdk/server/test-person.ts';
import { newVendorKey } from '../../../../src/sdk/server/new-vendor-key.ts';
import { MINIMAL_ASK } from '../../../support/asks.ts';

const ORIGIN = 'https://shop.example';
const UNTIL = '2099-01-01T00:00:00.000Z';

function aQuote(person: TestPerson): VendorMessage {
  const line = offerFor(person.demand, 1, { key: 'a', price: '12.50', priceCurrency: 'EUR' });
  return quoteFor(person.demand, { priceCurrency: 'EUR', priceValidUntil: UNTIL, lines: [line] });
}

async function answerAtOnce({ body }: SignedByPerson): Promise<readonly VendorMessage[]> {
  return 'demand' in body ? [declineOf(body.demand, 'not-carried')] : [];
}

type Change = Partial<RequestHandlerOptions>;
type Spoil = (response: Response, request: Request) => Promise<Response>;

async function shop(changes: Change = {}, spoil: Spoil = async (response) => response) {
  const { privateKey, publicKey } = await newVendorKey();
  const calls: SignedByPerson[] = [];
  const { answer = answerAtOnce, ...rest } = changes;
  const handler = createRequestHandler({
    origin: ORIGIN,
    path: '/quotes',
    key: privateKey,
    ledger: memoryLedger(),
    answer: async (message) => {
      calls.push(message);
      return answer(message);
    },
    ...rest,
  });
  const announcement = { version: '1', name: 'Shop', asks: [MINIMAL_ASK], quotes: '/quotes', keys: [publicKey] };
  const send = async (address: string, init: RequestInit): Promise<Response> => {
    const request = new Request(address, { ...init, signal: null });
    return request.url.endsWith('/customer.json')
      ? Response.json(announcement)
      : spoil(await handler.fetch(request.clone()), request);
  };
  return { handler, calls, send };
}

function post(message: unknown): Request {
  return new Request(`${ORIGIN}/quotes`, { method: 'POST', body: JSON.stringify(message) });
}

const faultsOf = (results: readonly ConformanceResult[]) => results.filter(({ fault }) => fault !== undefined);

describe('a request handler', () => {
  it('answers a message once, however often and however fast it comes', async () => {
    const { handler, calls } = await shop();
    const person = await testPerson(ORIGIN);
    const message = await person.seal(1, { kind: 'request', demand: person.demand });
    const answers = await Promise.all([1, 2, 3].map(async () => handler.fetch(post(message))));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409]);
    const again = await (await handler.fetch(post(message))).text();
    expect(again).toBe(await answers.find(({ status }) => status === 200)!.text());
    expect(calls).toHaveLength(1);
  });

  it('takes the same message under another signature of the same key as the same', async () => {
    const { handler, calls } = await shop();
    const person = await testPerson(ORIGIN);
    for (const _time of [1, 2]) {
      const message = await person.seal(1, { kind: 'request', demand: person.demand });
      expect((await handler.fetch(post(message))).status).toBe(200);
    }
    expect(calls).toHaveLength(1);
  });

  it('answers later: 202, a status address, and then what was said', async () => {
    const { handler } = await shop({ answer: async () => 'later' });
    const person = await testPerson(ORIGIN);
    const response = await handler.fetch(post(await person.seal(1, { kind: 'request', demand: person.demand })));
    const { status } = (await response.json()) as { status: string };
    expect([response.status, response.headers.get('location')]).toEqual([202, status]);
    const look = async () => handler.fetch(new Request(new URL(status, ORIGIN)));
    expect((await look()).status).toBe(202);
    const sealed = await handler.reply(person.request, aQuote(person));
    expect(await (await look()).json()).toEqual({ sayso: '1', messages: [sealed] });
    expect((await handler.fetch(new Request(`${ORIGIN}/quotes/status/${crypto.randomUUID()}`))).status).toBe(404);
  });

  it('tries again what failed, and says nothing malformed', async () => {
    let isBroken = true;
    const { handler, calls } = await shop({
      answer: async (message) => {
        if (isBroken) {
          throw new Error('the database is away');
        }
        return answerAtOnce(message);
      },
    });
    const person = await testPerson(ORIGIN);
    const message = await person.seal(1, { kind: 'request', demand: person.demand });
    await expect(handler.fetch(post(message))).rejects.toThrow('away');
    isBroken = false;
    expect((await handler.fetch(post(message))).status).toBe(200);
    expect(calls).toHaveLength(2);
    await expect(handler.reply(person.request, { kind: 'decline', copy: 7, reason: 'other' })).rejects.toThrow('copy');
    await expect(handler.reply(crypto.randomUUID(), aQuote(person))).rejects.toThrow('Nobody wrote');
  });
});

describe('what a vendor says, before it is sent', () => {
  it.each<[string, string, (person: TestPerson) => VendorMessage]>([
    [
      'a quote of a line that is not there',
      'no line 2',
      (person) => ({ ...aQuote(person), lines: [{ kind: 'pending', line: 2 }] }) as VendorMessage,
    ],
    [
      'a price as a number',
      'price',
      (person) =>
        quoteFor(person.demand, {
          priceCurrency: 'EUR',
          priceValidUntil: UNTIL,
          lines: [offerFor(person.demand, 1, { key: 'a', price: 12.5 as never, priceCurrency: 'EUR' })],
        }),
    ],
    [
      'amounts in two currencies',
      'USD',
      (person) =>
        quoteFor(person.demand, {
          priceCurrency: 'EUR',
          priceValidUntil: UNTIL,
          lines: [offerFor(person.demand, 1, { key: 'a', price: '1', priceCurrency: 'USD' })],
        }),
    ],
    [
      'one key twice',
      'key a',
      (person) =>
        quoteFor(person.demand, {
          priceCurrency: 'EUR',
          priceValidUntil: UNTIL,
          lines: ['a', 'a'].map((key) => offerFor(person.demand, 1, { key, price: '1', priceCurrency: 'EUR' })),
        }),
    ],
    [
      'a quote that is over',
      'priceValidUntil',
      (person) => ({ ...aQuote(person), priceValidUntil: '2020-01-01T00:00:00Z' }) as VendorMessage,
    ],
    [
      'a line that is offered and is not',
      'quote-inconsistent',
      (person) =>
        quoteFor(person.demand, {
          priceCurrency: 'EUR',
          priceValidUntil: UNTIL,
          lines: [
            offerFor(person.demand, 1, { key: 'a', price: '1', priceCurrency: 'EUR' }),
            { kind: 'not-offered', line: 1, reason: 'not-carried' },
          ],
        }),
    ],
    [
      'a price from five on alone',
      'quote-inconsistent',
      (person) => {
        const price = [{ price: '1', priceCurrency: 'EUR', eligibleQuantity: { minValue: '5' } }];
        const line = offerFor(person.demand, 1, {
          key: 'a',
          price: '1',
          priceCurrency: 'EUR',
          priceSpecification: price,
        });
        return quoteFor(person.demand, { priceCurrency: 'EUR', priceValidUntil: UNTIL, lines: [line] });
      },
    ],
    ['a reason of its own', 'reason', (person) => declineOf(person.demand, 'bad-mood' as never)],
    [
      'a referral to a server of one’s own network',
      'url',
      (person) => referralOf(person.demand, { name: 'Router', url: 'http://192.168.0.1/' }),
    ],
    ['a question of no words', 'text', (person) => questionOn(person.demand, ' ')],
    ['interest in what it has whole', 'kind', (person) => ({ kind: 'interest', copy: person.demand.copy })],
    ['a field of its own', 'score', (person) => ({ ...declineOf(person.demand, 'other'), score: 1 }) as VendorMessage],
  ])('is told of %s', async (_what, told, make) => {
    const person = await testPerson(ORIGIN);
    expect(() => checkReply(make(person), { demand: person.demand, vendor: ORIGIN })).toThrow(told);
  });

  it('is right when it is made by the helpers', async () => {
    const person = await testPerson(ORIGIN);
    const { demand } = person;
    const right = [
      aQuote(person),
      declineOf(demand, 'other'),
      questionOn(demand, 'Which?', 1),
      referralOf(demand, { name: 'E', url: 'https://e.example/' }, 'They have it.'),
    ];
    for (const reply of right) {
      expect(() => checkReply(reply, { demand, vendor: ORIGIN })).not.toThrow();
    }
  });
});

/** A vendor that breaks one rule, and what of the suite's results names it. */
const BROKEN: readonly (readonly [string, RegExp, Change, Spoil])[] = [
  [
    'signs with a key that it does not show',
    /signed, for that person/u,
    {},
    edit((one) => ({ ...one, key: 'A'.repeat(43) })),
  ],
  [
    'changes what it signed',
    /signed, for that person/u,
    {},
    edit((one) => ({ ...one, body: { kind: 'interest', copy: 1 } })),
  ],
  ['answers another person', /signed, for that person/u, {}, edit((one) => ({ ...one, to: crypto.randomUUID() }))],
  ['answers with a page', /signed, for that person/u, {}, async () => new Response('<h1>Hello</h1>')],
  [
    'redirects elsewhere',
    /signed, for that person/u,
    {},
    async () => Response.redirect('https://elsewhere.example/', 307),
  ],
  [
    'names a status address elsewhere',
    /signed, for that person/u,
    {},
    async () => Response.json({ sayso: '1', messages: [], status: 'http://127.0.0.1/x' }),
  ],
  ['says nothing', /signed, for that person/u, {}, async () => Response.json({ sayso: '1', messages: [] })],
  ['fails', /signed, for that person/u, {}, async () => new Response('', { status: 500 })],
  [
    'quotes anew each time',
    /gets the same answer/u,
    {},
    async (response, request) => (request.method === 'POST' && response.status === 200 ? replied(response) : response),
  ],
  [
    'takes anything',
    /no message is refused/u,
    {},
    async (response) => (response.status >= 400 ? Response.json({ sayso: '1', messages: [] }) : response),
  ],
  [
    'is a page',
    /no page/u,
    {},
    async (response, request) => (request.method === 'GET' ? new Response('<h1>Hello</h1>') : response),
  ],
  [
    'gives every status to anybody',
    /cannot be guessed/u,
    { answer: async () => 'later' },
    async (response, request) => (request.method === 'GET' ? Response.json({ sayso: '1', messages: [] }) : response),
  ],
];

describe('the conformance suite', () => {
  it.each(['at once', 'later'])('finds no fault in a vendor of ours that answers %s', async (when) => {
    const { send } = await shop(when === 'later' ? { answer: async () => 'later' } : {});
    const results = await runConformance(ORIGIN, { send });
    expect(faultsOf(results)).toEqual([]);
    expect(results.length).toBeGreaterThan(10);
  });

  it.each(BROKEN)('finds a vendor that %s', async (_what, rule, changes, spoil) => {
    const { send } = await shop(changes, spoil);
    const faults = faultsOf(await runConformance(ORIGIN, { send, patienceMs: 5_000 }));
    expect(faults.map((one) => one.rule).filter((one) => rule.test(one))).toHaveLength(1);
  });

  it('says that there is nothing to test where nothing is announced', async () => {
    const send = async () => new Response('', { status: 404 });
    expect(await runConformance(ORIGIN, { send })).toEqual([
      expect.objectContaining({ fault: 'It is answered with 404' }),
    ]);
  });
});

describe('a vendor on Node’s http', () => {
  let origin = '';
  let close = (): void => undefined;

  beforeAll(async () => {
    const { privateKey, publicKey } = await newVendorKey();
    const server = createServer((request, response) => void listen(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => void server.close();
    const parts = { origin, path: '/quotes', key: privateKey, ledger: memoryLedger(), answer: answerAtOnce };
    const quotes = nodeListener(createRequestHandler(parts), origin);
    const text = JSON.stringify({
      version: '1',
      name: 'Shop',
      asks: [MINIMAL_ASK],
      quotes: '/quotes',
      keys: [publicKey],
    });
    const listen: typeof quotes = async (request, response) => {
      if (request.url === '/.well-known/customer.json') {
        response.end(text);
      } else {
        await quotes(request, response);
      }
    };
  });
  afterAll(() => close());

  it('keeps every rule, by real requests', async () => {
    expect(faultsOf(await runConformance(origin))).toEqual([]);
  });
});

/** The messages of each good answer made other. */
function edit(change: (message: Record<string, unknown>) => object): Spoil {
  return async (response) => {
    if (response.status !== 200) {
      return response;
    }
    const body = (await response.json()) as { messages: Record<string, unknown>[] };
    return Response.json({ ...body, messages: body.messages.map(change) });
  };
}

/** As if it had been asked for the first time: no message, and another status address, each time. */
async function replied(_response: Response): Promise<Response> {
  return Response.json({ sayso: '1', messages: [], status: `/quotes/status/${crypto.randomUUID()}` });
}
