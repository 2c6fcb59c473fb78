import type { Origin } from '../domain/ids.ts';
import { browser } from './browser.ts';
import { hasSite } from './permissions.ts';

/** Two of them, a customer.json and a message, are over before the half minute after which a browser stops a background. */
const PATIENCE_MS = 12_000;

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
 * @returns `unreached` when the network led to nobody there; `undefined` when there is no answer for another reason: too late, no
 *   permission, an address elsewhere
 */
export async function fetchFromSite(
  address: string,
  origin: Origin,
  { body, headers, most }: SiteRequest,
): Promise<SiteAnswer | 'unreached' | undefined> {
  if (new URL(address).origin !== origin || !(await hasSite(origin))) {
    return undefined;
  }
  try {
    const response = await fetch(address, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body }),
      headers,
      mode: modeOf(),
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
    // That is what a failure of the network is called; what was too late has another name.
    return thrown instanceof TypeError ? 'unreached' : undefined;
  }
}

/**
 * Firefox names the one who asks in `Origin`, and there that is an address that it made up for this installation alone: two vendors
 * would know one person by it. Asked as of the same origin, which Firefox allows where the extension may reach the site, and with no
 * referrer, it says `null`. Chromium names all Saysos alike.
 */
function modeOf(): RequestMode {
  return browser.runtime.getURL('').startsWith('moz-extension:') ? 'same-origin' : 'cors';
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
