import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignedByPerson, VendorMessage } from '../../../src/protocol/customer-reply.ts';
import { offerFor, quoteFor } from '../../../src/sdk/server/build-reply.ts';
import { memoryLedger } from '../../../src/sdk/server/ledger.ts';
import { newVendorKey } from '../../../src/sdk/server/new-vendor-key.ts';
import { nodeListener } from '../../../src/sdk/server/node-listener.ts';
import { readVendorKey } from '../../../src/sdk/server/read-vendor-key.ts';
import { createRequestHandler, type RequestHandler } from '../../../src/sdk/server/request-handler.ts';
import { pathOf, signingSite } from './shopping.ts';
import type { Site } from './site.ts';

/** A shop with an endpoint, with the SDK’s own handler behind it. */
export interface EndpointShop {
  readonly origin: string;
  readonly site: Site;
  readonly handler: RequestHandler;
  /** Each message once, however often it came. */
  readonly asked: readonly SignedByPerson[];
  /** All that came to `/quotes` and below. */
  readonly came: readonly IncomingMessage[];
}

export type Answer = (message: SignedByPerson) => readonly VendorMessage[] | 'later';
/** Stands between the handler and the network. */
export type Spoil = (answer: Response, request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** @param name - it is `http://NAME.localhost`; `NAME.localhost:PORT` is as good */
export async function endpointShop(name: string, answer: Answer = quoteAtOnce, spoil?: Spoil): Promise<EndpointShop> {
  const origin = name.includes('.localhost') ? `http://${name}` : `http://${name}.localhost`;
  const { privateKey } = await newVendorKey();
  const page = signingSite(await readVendorKey(privateKey), { quotes: '/quotes' });
  const asked: SignedByPerson[] = [];
  const came: IncomingMessage[] = [];
  const handler = createRequestHandler({
    origin,
    path: '/quotes',
    key: privateKey,
    ledger: memoryLedger(),
    answer: async (message) => {
      asked.push(message);
      return answer(message);
    },
  });
  const site: Site = (request, response) => {
    if (!pathOf(request).startsWith('/quotes')) {
      page(request, response);
      return;
    }
    came.push(request);
    const spoilt = spoil && { ...handler, fetch: spoiltBy(handler, spoil, request, response) };
    void nodeListener(spoilt ?? handler, origin)(request, spoilt ? unheard : response);
  };
  return { origin, site, handler, asked, came };
}

/** What the handler answers goes through `spoil`, and what is left for the listener goes nowhere. */
const unheard = { writeHead: () => undefined, end: () => undefined };

function spoiltBy(
  { fetch }: RequestHandler,
  spoil: Spoil,
  request: IncomingMessage,
  response: ServerResponse,
): RequestHandler['fetch'] {
  return async (one) => {
    const answer = await fetch(one);
    await spoil(answer.clone(), request, response);
    return answer;
  };
}

/** A quote for the first line of a request, at once. */
export function quoteAtOnce({ body }: SignedByPerson): readonly VendorMessage[] {
  return 'demand' in body ? [quoteOn(body.demand)] : [];
}

export function quoteOn(demand: Parameters<typeof quoteFor>[0]): VendorMessage {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const line = offerFor(demand, 1, { key: 'a', price: '499.00', priceCurrency: 'EUR' });
  return quoteFor(demand, { priceCurrency: 'EUR', priceValidUntil: tomorrow, lines: [line] });
}
