import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { PublicKey, SignedByPerson, VendorMessage } from '../../../src/protocol/customer-reply.ts';
import type { Demand } from '../../../src/protocol/customer-request.ts';
import { sealVendorMessage } from '../../../src/protocol/signing/envelope.ts';
import { offerFor, quoteFor } from '../../../src/sdk/server/build-reply.ts';
import { memoryLedger } from '../../../src/sdk/server/ledger.ts';
import { newVendorKey } from '../../../src/sdk/server/new-vendor-key.ts';
import { nodeListener } from '../../../src/sdk/server/node-listener.ts';
import { readVendorKey } from '../../../src/sdk/server/read-vendor-key.ts';
import { createRequestHandler, type RequestHandler } from '../../../src/sdk/server/request-handler.ts';
import { MINIMAL_ASK } from '../../support/asks.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** A vendor's server on loopback, with the SDK's own handler behind it. */
export interface ShopServer {
  readonly origin: string;
  readonly handler: RequestHandler;
  readonly publicKey: PublicKey;
  /** What the handler was asked: each message once, however often it came. */
  readonly asked: readonly SignedByPerson[];
  /** Signs what no handler would say: another message under whatever id, in the request of a message that came. */
  seal(asked: SignedByPerson, id: string, body: VendorMessage): Promise<object>;
  /** What came to `quotes` and below it, with its headers. */
  readonly came: readonly IncomingMessage[];
}

/** @param spoil - answers in the handler's place, if it answers at all: `true` */
export async function shopServer(
  answer: (message: SignedByPerson) => readonly VendorMessage[] | 'later',
  spoil: (request: IncomingMessage, response: ServerResponse, count: number) => boolean = () => false,
): Promise<ShopServer> {
  const listeners: Listener[] = [];
  const origin = await listening((request, response) => listeners[0]?.(request, response));
  const { privateKey, publicKey } = await newVendorKey();
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
  const listen = nodeListener(handler, origin);
  listeners.push((request, response) => {
    if (request.url === '/.well-known/customer.json') {
      response.end(
        JSON.stringify({ version: '1', name: 'Shop', asks: [MINIMAL_ASK], quotes: '/quotes', keys: [publicKey] }),
      );
      return;
    }
    came.push(request);
    if (!spoil(request, response, came.length)) {
      void listen(request, response);
    }
  });
  const key = await readVendorKey(privateKey);
  const seal: ShopServer['seal'] = ({ from: to, request }, id, body) =>
    sealVendorMessage({ from: origin, to, request, id, body: { ...body }, nowMs: Date.now() }, key);
  return { origin, handler, publicKey, seal, asked, came };
}

/** @returns the origin of a server on loopback, until the test is over */
export async function listening(listener: Listener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function quoteOn(demand: Demand, price = '499.00'): VendorMessage {
  const line = offerFor(demand, 1, { key: 'a', price, priceCurrency: 'EUR' });
  return quoteFor(demand, { priceCurrency: 'EUR', priceValidUntil: '2099-01-01T00:00:00.000Z', lines: [line] });
}

export function quoteAtOnce({ body }: SignedByPerson): readonly VendorMessage[] {
  return 'demand' in body ? [quoteOn(body.demand)] : [];
}
