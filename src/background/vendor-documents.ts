import type { Origin } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import { fetchFromSite } from '../platform/fetch-from-site.ts';
import { type CustomerDocument, DOCUMENT_LIMIT, readCustomerDocument } from '../protocol/customer-document.ts';
import type { ChannelFound } from '../protocol/prompt-wire.ts';

/** Where every vendor says with which keys it signs, and where it takes requests. */
const PATH = '/.well-known/customer.json';
/** So long one is as good as read just now. A key it does not have is looked for anew all the same. */
const FRESH_MS = 300_000;
/** Vendors that are remembered. */
const MOST = 200;

export type FoundDocument =
  | { readonly kind: 'read'; readonly document: CustomerDocument }
  /** Not now: a failure of theirs, too late, no permission. It may get better. */
  | { readonly kind: 'away' }
  /** The network led to nobody there: they are away, or the person is offline. */
  | { readonly kind: 'unreached' }
  /** There is none that could be read. */
  | { readonly kind: 'none' };

interface Known {
  readonly atMs: number;
  readonly found: Promise<FoundDocument>;
}

/** The vendors' customer.json, each read from its own origin, and remembered for some minutes of the background's life. */
export class VendorDocuments {
  readonly #known = new Map<Origin, Known>();

  /** @param isAnew - not what is remembered */
  read(origin: Origin, { isAnew = false }: { readonly isAnew?: boolean } = {}): Promise<FoundDocument> {
    const nowMs = Date.now();
    const known = this.#known.get(origin);
    if (known && !isAnew && Math.abs(nowMs - known.atMs) < FRESH_MS) {
      return known.found;
    }
    const found = readFrom(origin);
    this.#known.delete(origin);
    this.#known.set(origin, { atMs: nowMs, found });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) {
      this.#known.delete(oldest);
    }
    return found.then((one) => {
      if (one.kind !== 'read' && this.#known.get(origin)?.found === found) {
        this.#known.delete(origin);
      }
      return one;
    });
  }

  /** How what is said to a vendor gets there, as it tells just now. */
  async channelOf(origin: Origin): Promise<ChannelFound> {
    const found = await this.read(origin, { isAnew: true });
    const hasEndpoint = found.kind === 'read' && found.document.quotes !== undefined;
    const isAway = found.kind === 'away' || found.kind === 'unreached';
    return isAway ? 'away' : hasEndpoint ? 'endpoint' : 'visit';
  }
}

async function readFrom(origin: Origin): Promise<FoundDocument> {
  const request = { headers: { Accept: 'application/json' }, most: DOCUMENT_LIMIT + 1 };
  const answer = await fetchFromSite(`${origin}${PATH}`, origin, request);
  if (answer === 'unreached') {
    return { kind: answer };
  }
  if (!answer || answer.status >= 500 || answer.status === 429) {
    return { kind: 'away' };
  }
  if (answer.isRedirect || answer.status !== 200) {
    return { kind: 'none' };
  }
  try {
    return { kind: 'read', document: readCustomerDocument(answer.text, origin) };
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return { kind: 'none' };
    }
    throw thrown;
  }
}
