import type { VendorKey } from '../../protocol/customer-reply.ts';
import * as evidence from '../../protocol/signing/evidence.ts';

/**
 * Checks the file in which a person keeps what you offered: whether it is as it was signed, and whether by a key of yours.
 *
 * @param published - the keys of your `customer.json`, retired ones as well
 * @returns `undefined` when the text is no such file
 */
export async function checkEvidence(
  text: string,
  published: readonly VendorKey[],
): Promise<{ readonly isSigned: boolean; readonly isKeyPublished?: boolean } | undefined> {
  return evidence.checkEvidence(text, published);
}
