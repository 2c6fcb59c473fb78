import { isLoopback } from './origin.ts';

/** Longer addresses name nothing a person would meet again. */
const MAX_LENGTH = 2048;

/** Query parameters that say how someone came, not where they are. */
const TRACKING =
  /^(?:(?:utm|mtm|pf_rd|pd_rd)_\w+|[dfgy]clid|fbclid|(?:ms|tw|tt)clk?id|igshid|mc_[ce]id|srsltid|spm|scm|ref_?|psc|(?:php|j)?sess(?:ion)?id)=/iu;

/**
 * An address as a name: http(s) only, without credentials, fragment and tracking parameters. On its default port http
 * is written as https, so that a page and its secure twin are one.
 *
 * @param base - what a relative `text` is relative to
 * @returns `undefined` when it is no web address or longer than 2,048 characters.
 */
export function canonicalUrl(text: string, base?: string): string | undefined {
  const url = text.length > MAX_LENGTH ? undefined : parse(text, base);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    return undefined;
  }
  const scheme = url.port === '' && !isLoopback(url.hostname) ? 'https:' : url.protocol;
  const query = url.search.slice(1).split('&');
  const kept = query.filter((part) => part !== '' && !TRACKING.test(`${part}=`)).join('&');
  const address = `${scheme}//${url.host}${url.pathname}${kept && '?'}${kept}`;
  return address.length > MAX_LENGTH ? undefined : address;
}

/** One look, not two (`canParse`, then `new`): lists ask this of every link they have. */
function parse(text: string, base: string | undefined): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    // No address: what the caller asked.
    return undefined;
  }
}
