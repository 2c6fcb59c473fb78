import type { FromVendor } from '../../src/protocol/signing/check-message.ts';
import { sealVendorMessage, type VendorEnvelope } from '../../src/protocol/signing/envelope.ts';
import { newSigningKey, type SigningKey } from '../../src/protocol/signing/signing-key.ts';
import { ASKED, NOW, THREAD } from './request-samples.ts';
import { SHOP } from './samples.ts';

/** A shop with its key, and how the person expects its messages. */
export interface SigningShop {
  readonly key: SigningKey;
  readonly expected: FromVendor;
  /** A message of it, with some parts other than they should be, signed as they are. */
  readonly seal: (
    changes?: Partial<VendorEnvelope> & { readonly nowMs?: number },
    by?: SigningKey,
  ) => Promise<VendorEnvelope>;
}

export async function signingShop(changes: Partial<FromVendor> = {}): Promise<SigningShop> {
  const key = await newSigningKey();
  const expected: FromVendor = {
    vendor: SHOP,
    person: ASKED.person,
    request: THREAD,
    keys: [key.publicKey],
    nowMs: NOW,
    ...changes,
  };
  return {
    key,
    expected,
    seal: (parts = {}, by = key) =>
      sealVendorMessage(
        {
          from: SHOP,
          to: ASKED.person,
          request: THREAD,
          id: 'q-1',
          body: { kind: 'decline', of: 'request', reason: 'out-of-stock' },
          nowMs: parts.at === undefined ? NOW : Date.parse(parts.at),
          ...parts,
        },
        by,
      ),
  };
}
