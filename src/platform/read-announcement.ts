import { browser } from './browser.ts';

export type Announcement =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly status?: number }
  | { readonly kind: 'text'; readonly text: string };

const MOST = 65_536;

/**
 * Reads a site's `/.well-known/customer.json` when the person opens the popup there: from the page's own origin only,
 * without cookies or referrer, following no redirect. The text is the vendor's: the caller checks it.
 *
 * @param href - the page's `<link rel="customer">`, absolute
 */
export async function readAnnouncement(tabId: number, href: string | undefined): Promise<Announcement> {
  if (href === undefined) {
    return { kind: 'none' };
  }
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: fetchHere, args: [href, MOST] });
    return (frame?.result as Announcement | undefined) ?? { kind: 'unreadable' };
  } catch {
    // The tab is gone or closed to scripts: there is nothing to read.
    return { kind: 'unreadable' };
  }
}

// Runs in the page's isolated world: it must hold all it needs.
async function fetchHere(href: string, most: number): Promise<Announcement> {
  // One address for everybody: another would tell the site which visitor has opened Sayso.
  const address = new URL('/.well-known/customer.json', location.origin).href;
  if (new URL(href, location.href).href !== address) {
    return { kind: 'unreadable' };
  }
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) {
      return { kind: 'unreadable', status: response.status };
    }
    // Not a byte more than it takes to say that it is too long: a vendor may send without end.
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let piece = await reader?.read(); piece && !piece.done && text.length <= most; piece = await reader?.read()) {
      text += decoder.decode(piece.value, { stream: true });
    }
    await reader?.cancel();
    return { kind: 'text', text: text.slice(0, most + 1) };
  } catch {
    return { kind: 'unreadable' };
  }
}
