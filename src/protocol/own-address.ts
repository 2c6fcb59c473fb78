import { AppError } from '../domain/errors.ts';
import { originIfChoosable } from '../domain/origin.ts';
import type { Origin } from '../domain/ids.ts';

/**
 * An address that a vendor names for itself: on its own origin and nowhere else, so that no vendor sends a person's messages to
 * another, or to a server of their own network. Relative ones are as good.
 *
 * @param path - what is told beside the rule
 * @returns the whole address, without a fragment
 * @throws {AppError} `bad-request` if it is on another origin, on no secure one, or names a user.
 */
export function ownAddress(address: string, vendor: Origin, path: string): string {
  const url = URL.canParse(address, vendor) ? new URL(address, vendor) : undefined;
  if (!url || originIfChoosable(url.href) !== vendor || url.username !== '' || url.password !== '') {
    throw new AppError('bad-request', `${path}: Not an https address on the vendor’s own origin`);
  }
  url.hash = '';
  return url.href;
}
