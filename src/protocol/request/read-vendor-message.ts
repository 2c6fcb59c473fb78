import * as v from 'valibot';
import { AppError } from '../../domain/errors.ts';
import type { MessageId, Origin } from '../../domain/ids.ts';
import { isLoopback } from '../../domain/origin.ts';
import type { VendorMessage } from '../../domain/thread-message.ts';
import { ownAddress } from '../own-address.ts';
import { whatIsWrong } from '../what-is-wrong.ts';
import { vendorMessage } from './vendor-message-schema.ts';

/**
 * Reads what a vendor says, out of the envelope whose signature was checked.
 *
 * @param id - the envelope's
 * @param vendor - whose envelope it is
 * @throws {AppError} `bad-request` with the path and the rule of the first fault; `too-much` when a list is longer than it may
 *   be. To the thread that is `malformed` and `too-large`.
 */
export function readVendorMessage(
  body: unknown,
  { id, vendor }: { readonly id: MessageId; readonly vendor: Origin },
): VendorMessage {
  // Nothing is looked at beyond the first fault: a million of them take as long as one.
  const parsed = v.safeParse(vendorMessage, body, { abortEarly: true });
  if (!parsed.success) {
    throw new AppError(parsed.issues.some(isTooMany) ? 'too-much' : 'bad-request', whatIsWrong(parsed.issues));
  }
  const message = parsed.output;
  // The machine's own servers are for those who develop on it: nobody else sends a person there.
  if (message.kind === 'referral' && isLocal(message.to) && !isLocal(vendor)) {
    throw new AppError('bad-request', 'url: Not an address that others can reach');
  }
  return message.kind === 'quote' && message.checkout !== undefined
    ? { id, ...message, checkout: ownAddress(message.checkout, vendor, 'checkoutPageURLTemplate') }
    : { id, ...message };
}

function isTooMany({ type, input }: v.BaseIssue<unknown>): boolean {
  return type === 'max_length' && Array.isArray(input);
}

function isLocal(origin: Origin): boolean {
  return isLoopback(new URL(origin).hostname);
}
