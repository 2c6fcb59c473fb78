import type { Ask } from '../domain/ask.ts';
import type { HeldGrant } from '../domain/grant.ts';
import { isSameAsk } from '../domain/same-ask.ts';

/**
 * The grant that already answers an ask: given for the very same one, to the letter, and still holding. The same id with
 * other content is another ask, and a grant of less than was asked answers it still: the person has decided.
 *
 * @param held - oldest first; the newest that answers wins
 */
export function grantForAsk(held: readonly HeldGrant[], ask: Ask): HeldGrant | undefined {
  return held.findLast((grant) => grant.status === 'active' && isSameAsk(grant.ask, ask));
}
