import type { Origin } from '../domain/ids.ts';
import { hasSite } from './permissions.ts';

/** Shorter than the half minute after which a browser stops a background that waits for an answer. */
const PATIENCE_MS = 20_000;

/** What is sent, beside where. */
export interface SiteRequest {
  /** Posted; without it the address is only looked at. */
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How many UTF-16 units of the answer are read at most. */
  readonly most: number;
}

/** As it came. `text` ends where the most was read: the rest is never taken in. */
export interface SiteAnswer {
  readonly status: number;
  /** It would lead elsewhere. Nobody goes there. */
  readonly isRedirect: boolean;
  readonly location?: string;
  readonly retryAfter?: string;
  readonly text: string;
}

/**
 * Asks a site that the person chose, on its own origin and with the browser's permission for it: no cookies, no referrer, no
 * cache, no redirect. The only way in which the background talks to a server.
 *
 * @returns `undefined` when there is no answer: nobody there, too late, no permission, an address elsewhere
 */
export async function fetchFromSite(
  address: string,
  origin: Origin,
  { body, headers, most }: SiteRequest,
): Promise<SiteAnswer | undefined> {
  if (new URL(address).origin !== origin || !(await hasSite(origin))) {
    return undefined;
  }
  try {
    const response = await fetch(address, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body }),
      headers,
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { status, type } = response;
    const location = response.headers.get('location');
    const retryAfter = response.headers.get('retry-after');
    return {
      status,
      isRedirect: type === 'opaqueredirect' || (status >= 300 && status < 400),
      ...(location !== null && { location }),
      ...(retryAfter !== null && { retryAfter }),
      text: await textOf(response, most),
    };
  } catch (thrown) {
    console.debug('No answer', thrown);
    return undefined;
  }
}

async function textOf({ body }: Response, most: number): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    text += decoder.decode(piece.value, { stream: true });
    if (text.length > most) {
      await reader?.cancel();
      return text.slice(0, most);
    }
  }
  return text + decoder.decode();
}
