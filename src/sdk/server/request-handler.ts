import type { SignedByPerson, SignedByVendor, VendorMessage } from '../../protocol/customer-reply.ts';
import { checkPersonMessage } from '../../protocol/signing/check-message.ts';
import { digestOf, type PersonEnvelope, sealVendorMessage } from '../../protocol/signing/envelope.ts';
import { checkReply } from './check-reply.ts';
import type { Ledger } from './ledger.ts';
import { answerJson, problemAnswer } from './answers.ts';
import { demandOfThread, type Thread, ThreadBook } from './thread-book.ts';
import type { PrivateKeyJwk } from './new-vendor-key.ts';
import { readVendorKey } from './read-vendor-key.ts';

/** No message of a person is longer, in bytes. */
const MOST_BYTES = 1_048_576;
/** How soon to ask again for a message that is being worked on, and for an answer that comes later, in seconds. */
const AGAIN_SECONDS = '5';
const LATER_SECONDS = '60';
/** Longer than any server lets a request run. */
const GIVEN_UP_MS = 120_000;

export interface RequestHandlerOptions {
  /** Your own origin, as it stands in the address bar: `https://shop.example`. Messages to any other are refused. */
  readonly origin: string;
  /** The path of the `quotes` address in your `customer.json`: `/quotes`. Status addresses stand below it. */
  readonly path: string;
  readonly key: PrivateKeyJwk;
  readonly ledger: Ledger;
  /**
   * Answers a message: with a reply, several, or `'later'`, for {@link RequestHandler.reply} to say when you know. An empty list is
   * all that a let-down, an end or a failure needs. It is called once for a message, however often that comes, unless it
   * throws, or your process dies in it: then the person's Sayso tries again.
   */
  readonly answer: (message: SignedByPerson) => Promise<readonly VendorMessage[] | 'later'>;
}

export interface RequestHandler {
  /** For servers of the fetch style. Anything outside `path` is a 404. */
  fetch(request: Request): Promise<Response>;
  /**
   * Says more in a request: found at its status address from then on.
   *
   * @returns the signed message, for a page of yours to hand over by `navigator.customer.reply()`
   * @throws {ReplyError} when it is malformed, or nobody of that request ever wrote
   */
  reply(request: string, message: VendorMessage): Promise<SignedByVendor>;
}

/** The vendor's end of requests for proposals: checks who wrote, does nothing twice, signs what you answer. */
export function createRequestHandler(options: RequestHandlerOptions): RequestHandler {
  const { origin, path, ledger, answer } = options;
  const book = new ThreadBook(ledger);
  const key = readVendorKey(options.key);

  async function seal(thread: Thread, body: VendorMessage): Promise<SignedByVendor> {
    const id = crypto.randomUUID();
    checkReply(body, { demand: demandOfThread(thread), vendor: origin, id });
    const { person: to, request } = thread;
    const envelope = { from: origin, to, request, id, body: { ...body }, nowMs: Date.now() };
    return (await sealVendorMessage(envelope, await key)) as unknown as SignedByVendor;
  }

  async function take(message: PersonEnvelope): Promise<Response> {
    const signed = message as unknown as SignedByPerson;
    const thread = await book.hear(signed);
    const answered = await answer(signed);
    const replies = answered === 'later' ? [] : answered;
    const messages = [];
    for (const reply of replies) {
      messages.push(await seal(thread, reply));
    }
    await book.say(message.request, messages);
    const status = `${path}/status/${thread.token}`;
    return answered === 'later'
      ? answerJson(202, { messages, status }, { Location: status, 'Retry-After': LATER_SECONDS })
      : answerJson(200, { messages });
  }

  /** Once for a message. A second one of the same number and another content is no message of an honest person. */
  async function takeOnce(message: PersonEnvelope): Promise<Response> {
    const name = `message:${message.request}:${message.number}`;
    const digest = await digestOf(message);
    if (await ledger.add(name, JSON.stringify({ digest, begunMs: Date.now() }))) {
      return takeAs(name, { message, digest });
    }
    const kept = JSON.parse((await ledger.get(name)) ?? '{}') as Partial<Kept>;
    if (kept.digest !== digest) {
      return problemAnswer(422, 'number: It names another message');
    }
    if (kept.body !== undefined) {
      return new Response(kept.body, { status: kept.status ?? 200, headers: kept.headers ?? [] });
    }
    // Whoever began with it so long ago has died over it.
    if (Date.now() - (kept.begunMs ?? 0) > GIVEN_UP_MS) {
      await ledger.set(name, JSON.stringify({ digest, begunMs: Date.now() }));
      return takeAs(name, { message, digest });
    }
    return problemAnswer(409, 'The same message is being worked on', { 'Retry-After': AGAIN_SECONDS });
  }

  async function takeAs(
    name: string,
    { message, digest }: { readonly message: PersonEnvelope; readonly digest: string },
  ): Promise<Response> {
    try {
      const response = await take(message);
      const body = await response.clone().text();
      const kept: Kept = { digest, status: response.status, headers: [...response.headers], body };
      await ledger.set(name, JSON.stringify(kept));
      return response;
    } catch (thrown) {
      await ledger.remove(name);
      throw thrown;
    }
  }

  async function post(request: Request): Promise<Response> {
    const text = await request.text();
    if (new TextEncoder().encode(text).length > MOST_BYTES) {
      return problemAnswer(413, `Longer than ${MOST_BYTES} bytes`);
    }
    const checked = await checkPersonMessage(parse(text), { vendor: origin });
    if (checked.kind === 'bad') {
      const isForm = checked.problem === 'unreadable' || checked.problem === 'other-version';
      return problemAnswer(isForm ? 400 : 403, checked.problem);
    }
    const { envelope } = checked;
    // The first key of a person is theirs, and so is the first person of a request.
    const isTheirs =
      (await isFirst(`person:${envelope.from}`, envelope.key)) &&
      (await isFirst(`request:${envelope.request}`, envelope.from));
    return isTheirs ? takeOnce(envelope) : problemAnswer(403, 'other-key');
  }

  async function isFirst(name: string, text: string): Promise<boolean> {
    return (await ledger.add(name, text)) || (await ledger.get(name)) === text;
  }

  async function status(token: string): Promise<Response> {
    const said = await book.saidAt(token);
    if (!said) {
      return problemAnswer(404, 'No such status');
    }
    return said.length === 0
      ? answerJson(202, { messages: [] }, { 'Retry-After': LATER_SECONDS })
      : answerJson(200, { messages: said });
  }

  return {
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname === path) {
        return request.method === 'POST' ? post(request) : problemAnswer(405, 'POST only', { Allow: 'POST' });
      }
      if (pathname.startsWith(`${path}/status/`)) {
        const token = pathname.slice(`${path}/status/`.length);
        return request.method === 'GET' ? status(token) : problemAnswer(405, 'GET only', { Allow: 'GET' });
      }
      return problemAnswer(404, 'Nothing here');
    },
    async reply(request, message) {
      const sealed = await seal(await book.threadOf(request), message);
      await book.say(request, [sealed]);
      return sealed;
    },
  };
}

interface Kept {
  readonly digest: string;
  /** Until it is answered. */
  readonly begunMs?: number;
  readonly status: number;
  readonly headers: [string, string][];
  readonly body: string;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The check says that it is unreadable.
    return undefined;
  }
}
