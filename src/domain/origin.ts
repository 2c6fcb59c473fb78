import { AppError } from './errors.ts';
import type { Origin } from './ids.ts';

/**
 * Reads an address's origin, and refuses what can't be chosen: only secure contexts can,
 * that is https, and http on loopback for those who develop.
 *
 * @param text - a web address or an origin as the browser reports it
 * @throws {AppError} `bad-request` if it is no web address, has an opaque origin, or is not a secure context.
 */
export function originOf(text: string): Origin {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') {
    throw new AppError('bad-request', 'Not a web address.');
  }
  // The browser's match patterns don't tell a host with a trailing dot from one without: it is never chosen.
  if (url.hostname.endsWith('.')) {
    throw new AppError('bad-request', 'A host name that ends in a dot can\u2019t be chosen.');
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new AppError('bad-request', 'Only secure (https) sites can be chosen.');
  }
  return url.origin as Origin;
}

/** As {@link originOf}, with `undefined` where that throws: for looking, not for deciding. */
export function originIfChoosable(text: string | undefined): Origin | undefined {
  try {
    return text === undefined ? undefined : originOf(text);
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return undefined;
    }
    throw thrown;
  }
}

/**
 * The loopback hosts that can be chosen without https: those that browsers treat as potentially trustworthy
 * (Secure Contexts, section 3.1) and that the manifest's optional hosts name.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1';
}

/**
 * The narrowest pattern the browser can be asked for. Match patterns have no port,
 * so whoever relies on one checks the origin again.
 */
export function matchPatternOf(origin: Origin): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Whether the origin is on its scheme's own port, so that a match pattern names it and its siblings only by scheme and host. */
export function hasDefaultPort(origin: Origin): boolean {
  return new URL(origin).port === '';
}
