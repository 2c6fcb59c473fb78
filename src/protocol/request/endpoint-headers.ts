import type { ThreadId } from '../../domain/ids.ts';
import { MESSAGE_VERSION } from '../signing/envelope.ts';

/**
 * What a message to a `quotes` endpoint goes out with. A message that is sent again has the same key: a vendor that has taken it
 * in answers as before, and does nothing twice. No cookies, no referrer, nothing that tells one browser from another.
 */
export function endpointHeaders(request: ThreadId, number: number) {
  return {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'Idempotency-Key': `"${request}:${number}"`,
    'Sayso-Version': MESSAGE_VERSION,
  } as const;
}
