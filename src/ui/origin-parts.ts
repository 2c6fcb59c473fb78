import { getDomain } from 'tldts';
import type { Origin } from '../domain/ids.ts';

export interface OriginParts {
  /** `https://` */
  readonly scheme: string;
  /** Whatever the owner of the domain put in front, with its last dot: `www.` Often empty. */
  readonly left: string;
  /** The part somebody registered, in punycode: `shop.example`; a whole host where there is none (an address, localhost). */
  readonly domain: string;
  /** `:8443`, or empty on the scheme's own port. */
  readonly port: string;
}

/** Takes an origin apart at the one place that says whose it is. */
export function originParts(origin: Origin): OriginParts {
  const { protocol, hostname, port } = new URL(origin);
  const domain = getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
  return {
    scheme: `${protocol}//`,
    left: hostname.slice(0, hostname.length - domain.length),
    domain,
    port: port === '' ? '' : `:${port}`,
  };
}
