import type { AppContext } from '../app/context.ts';
import type { Delivery } from '../app/report-unreached.ts';
import { reportWork, type WorkReport } from '../app/report-work.ts';
import type { EndpointSays } from '../app/take-answers.ts';
import { fetchFromSite } from '../platform/fetch-from-site.ts';
import {
  type EndpointAnswer,
  readEndpointAnswer,
  readStatusAnswer,
  type Said,
} from '../protocol/request/endpoint-answer.ts';
import { endpointHeaders } from '../protocol/request/endpoint-headers.ts';
import { WIRE_LIMITS } from '../protocol/request/wire-limits.ts';
import { MESSAGE_VERSION } from '../protocol/signing/envelope.ts';
import type { SigningKey } from '../protocol/signing/signing-key.ts';
import { readSaid } from './read-said.ts';
import { sealMessage } from './seal-message.ts';
import type { VendorDocuments } from './vendor-documents.ts';

type Send = Extract<Delivery, { readonly kind: 'send' }>;
type Undelivered = Extract<WorkReport, { readonly kind: 'undelivered' }>;
type Poll = Extract<Delivery, { readonly kind: 'poll' }>;

/** Who carries messages, and what they need for it. */
export interface Carrier {
  readonly context: AppContext;
  readonly documents: VendorDocuments;
  /** Writes an answer down. */
  readonly take: (answer: EndpointSays) => Promise<unknown>;
}

/** One more than is taken: so it is seen that it was more. */
const MOST = WIRE_LIMITS.answer + 1;

/**
 * Does one piece of work and writes down what became of it: it is not there any more then. Where the network led to nobody nothing is
 * written yet: it may have been the person who is offline, which one piece of work can't tell (`reportUnreached`).
 *
 * @param key - what a message is signed with; absent where the vendor is not connected, or nobody can speak in the thread from here
 * @returns whether anybody was reached
 */
export async function deliver(carrier: Carrier, work: Delivery, key: SigningKey | undefined): Promise<boolean> {
  return work.kind === 'send' ? send(carrier, work, key) : poll(carrier, work);
}

async function send(carrier: Carrier, work: Send, key: SigningKey | undefined): Promise<boolean> {
  const { thread, number, vendor: origin } = work;
  const answer = await post(carrier, work, key);
  if (answer === 'unreached') {
    return false;
  }
  const said = answer.kind === 'delivered' ? await readAll(carrier, work, answer) : undefined;
  if (answer.kind === 'delivered' && said) {
    const { statusUrl } = answer;
    const to = { kind: 'message', number, ...(statusUrl !== undefined && { statusUrl }) } as const;
    const heard = asksNothing(work) ? said.filter((one) => typeof one.said !== 'string') : said;
    await carrier.take({ origin, thread, to, said: heard });
  } else {
    // An answer that nobody can check now is fetched again: the vendor knows the message.
    const failed = answer.kind === 'delivered' ? ({ kind: 'undelivered', met: 'keys-unreadable' } as const) : answer;
    await reportWork(carrier.context, { thread, report: { ...failed, number } });
  }
  return true;
}

/** A notice wants no answer: what can't be read of one is not told by the next. */
function asksNothing({ message: { kind } }: Send): boolean {
  return kind === 'failure' || kind === 'let-down' || kind === 'ended';
}

async function post(
  { context, documents }: Carrier,
  work: Send,
  key: SigningKey | undefined,
): Promise<EndpointAnswer | Pick<Undelivered, 'kind' | 'met'> | 'unreached'> {
  const { vendor, thread, number } = work;
  const found = key ? await documents.read(vendor) : undefined;
  if (!key || !found || found.kind === 'away') {
    return { kind: 'undelivered' };
  }
  if (found.kind === 'unreached') {
    return 'unreached';
  }
  // A site that is being rebuilt has none for an hour. Only who has one, and no endpoint in it, says that there is none.
  if (found.kind === 'none') {
    return { kind: 'undelivered', met: 'endpoint-gone' };
  }
  const address = found.document.quotes;
  if (address === undefined) {
    return { kind: 'undelivered', dead: 'endpoint-gone' };
  }
  const body = JSON.stringify(await sealMessage(key, work));
  const answer = await fetchFromSite(address, vendor, { body, headers: endpointHeaders(thread, number), most: MOST });
  if (typeof answer !== 'object') {
    return answer ?? { kind: 'undelivered' };
  }
  return readEndpointAnswer(answer, { vendor, nowMs: context.clock.nowMs() });
}

async function poll(carrier: Carrier, work: Poll): Promise<boolean> {
  const { thread, statusUrl, vendor: origin, isConnected } = work;
  const headers = { Accept: 'application/json', 'Sayso-Version': MESSAGE_VERSION };
  const answer = isConnected ? await fetchFromSite(statusUrl, origin, { headers, most: MOST }) : undefined;
  if (answer === 'unreached') {
    return false;
  }
  const found = answer ? readStatusAnswer(answer, origin) : ({ kind: 'nothing' } as const);
  const said = found.kind === 'said' ? await readAll(carrier, work, found) : undefined;
  if (said) {
    await carrier.take({ origin, thread, to: { kind: 'poll' }, said });
  } else {
    const report = { kind: 'polled', found: found.kind === 'said' ? 'keys-unreadable' : found.kind } as const;
    await reportWork(carrier.context, { thread, report });
  }
  return true;
}

/** @returns `undefined` when the vendor's keys can't be had now */
async function readAll(
  { context, documents }: Carrier,
  { vendor, person, thread }: Delivery,
  { messages, garbled }: Said,
): Promise<EndpointSays['said'] | undefined> {
  const all: EndpointSays['said'][number][] = garbled ? [{ said: garbled.reason }] : [];
  for (const came of messages) {
    const said = await readSaid(documents, came, { vendor, person, thread, nowMs: context.clock.nowMs() });
    if (said.kind === 'keys-unreadable') {
      return undefined;
    }
    all.push(said.kind === 'message' ? { said: said.message, signed: said.signed } : { said: said.reason });
  }
  return all;
}
