import { AppError } from '../../domain/errors.ts';
import { type MessageId, type Origin, type PairwiseId, readMessageId, type ThreadId } from '../../domain/ids.ts';
import type { VendorMessage } from '../../domain/thread-message.ts';
import type { SignedByPerson } from '../../protocol/customer-reply.ts';
import { readCustomerDocument } from '../../protocol/customer-document.ts';
import {
  readEndpointAnswer,
  readStatusAnswer,
  type HttpAnswer,
  type Said,
} from '../../protocol/request/endpoint-answer.ts';
import { endpointHeaders } from '../../protocol/request/endpoint-headers.ts';
import { readVendorMessage } from '../../protocol/request/read-vendor-message.ts';
import { checkVendorMessage } from '../../protocol/signing/check-message.ts';
import type { VendorKey } from '../../protocol/signing/public-key.ts';
import { ConformanceFault } from './conformance-fault.ts';
import type { Sender } from './sender.ts';

interface EndpointParts {
  readonly origin: Origin;
  readonly send: Sender;
  readonly patienceMs: number;
  readonly quotes: string;
  readonly keys: readonly VendorKey[];
}

/** What a vendor answered to a message, believed as far as its signatures go. */
export interface Believed {
  readonly statusUrl?: string;
  readonly messages: readonly VendorMessage[];
  /** As they came, for comparing. */
  readonly ids: readonly string[];
}

/** @throws {ConformanceFault} */
export async function readAnnouncement(origin: string, send: Sender): Promise<Pick<EndpointParts, 'quotes' | 'keys'>> {
  const response = await sent(`${origin}/.well-known/customer.json`, send);
  if (response.status !== 200) {
    throw new ConformanceFault(`It is answered with ${response.status}`);
  }
  try {
    const { quotes, keys } = readCustomerDocument(await response.text(), origin as Origin);
    if (quotes === undefined || keys === undefined) {
      throw new ConformanceFault('It has no quotes, or no keys');
    }
    return { quotes, keys };
  } catch (thrown) {
    throw thrown instanceof AppError ? new ConformanceFault(thrown.message) : thrown;
  }
}

async function sent(address: string, send: Sender): Promise<Response> {
  try {
    return await send(address, { headers: { Accept: 'application/json' } });
  } catch (thrown) {
    throw new ConformanceFault(`${address}: ${whyOf(thrown)}`);
  }
}

/** Of a `fetch` that failed the message says only that; what happened stands in its cause. */
function whyOf(thrown: unknown): string {
  const { cause } = thrown instanceof Error ? thrown : {};
  return cause instanceof Error ? `${String(thrown)}: ${cause.message}` : String(thrown);
}

/** An endpoint under test. Everything that goes wrong with an answer is a {@link ConformanceFault}. */
export class Endpoint {
  readonly origin: Origin;
  readonly quotes: string;
  readonly #parts: EndpointParts;

  constructor(parts: EndpointParts) {
    this.origin = parts.origin;
    this.quotes = parts.quotes;
    this.#parts = parts;
  }

  /** Sends a message as a person's Sayso does. */
  async post(message: SignedByPerson): Promise<HttpAnswer> {
    return this.postText(JSON.stringify(message), endpointHeaders(message.request as ThreadId, message.number));
  }

  async postText(body: string, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> {
    return this.ask(this.quotes, { method: 'POST', headers, body });
  }

  async ask(address: string, init: RequestInit): Promise<HttpAnswer> {
    const signal = AbortSignal.timeout(this.#parts.patienceMs);
    try {
      const response = await this.#parts.send(address, { ...init, signal });
      const [location, retryAfter] = ['Location', 'Retry-After'].map((name) => response.headers.get(name));
      return {
        status: response.status,
        isRedirect: response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400),
        text: await response.text(),
        ...(typeof location === 'string' && { location }),
        ...(typeof retryAfter === 'string' && { retryAfter }),
      };
    } catch (thrown) {
      const why = signal.aborted ? `no answer within ${this.#parts.patienceMs} ms` : whyOf(thrown);
      throw new ConformanceFault(`${address}: ${why}`);
    }
  }

  /** @throws {ConformanceFault} unless the message was taken, and all that came back can be believed and read */
  async taken(message: SignedByPerson, answer: HttpAnswer): Promise<Believed> {
    const read = readEndpointAnswer(answer, { vendor: this.origin, nowMs: Date.now() });
    if (read.kind === 'undelivered') {
      throw new ConformanceFault(`A good message is answered with ${answer.status}: ${answer.text.slice(0, 200)}`);
    }
    return this.#believe(message, read);
  }

  async status(message: SignedByPerson, address: string): Promise<Believed | 'nothing'> {
    const answer = await this.ask(address, { method: 'GET', headers: { Accept: 'application/json' } });
    const read = readStatusAnswer(answer, this.origin);
    if (read.kind === 'gone') {
      throw new ConformanceFault(`The status address is answered with ${answer.status}`);
    }
    return read.kind === 'nothing' ? 'nothing' : this.#believe(message, read);
  }

  async #believe({ from, request }: SignedByPerson, { messages, statusUrl, garbled }: Said): Promise<Believed> {
    if (garbled) {
      throw new ConformanceFault(garbled.problem);
    }
    const { origin, keys } = this.#parts;
    const expected = {
      vendor: origin,
      person: from as PairwiseId,
      request: request as ThreadId,
      keys,
      nowMs: Date.now(),
    };
    const heard: VendorMessage[] = [];
    for (const [index, value] of messages.entries()) {
      const checked = await checkVendorMessage(value, expected);
      if (checked.kind === 'bad') {
        throw new ConformanceFault(`messages.${index}: ${checked.problem}`);
      }
      heard.push(bodyOf(checked.envelope, { index, vendor: origin }));
    }
    return { messages: heard, ids: heard.map(({ id }) => id), ...(statusUrl !== undefined && { statusUrl }) };
  }
}

function bodyOf(
  { body, id }: { readonly body: unknown; readonly id: string },
  { index, vendor }: { readonly index: number; readonly vendor: Origin },
): VendorMessage {
  try {
    return readVendorMessage(body, { id: readMessageId(id) as MessageId, vendor });
  } catch (thrown) {
    throw thrown instanceof AppError ? new ConformanceFault(`messages.${index}.body: ${thrown.message}`) : thrown;
  }
}
