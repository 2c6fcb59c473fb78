import type { PublicKey } from '../../protocol/customer-reply.ts';
import { KEY_ALGORITHMS } from '../../protocol/signing/signing-key.ts';

/** A private key as JSON Web Key: keep it where your other secrets are, and never in `customer.json`. */
export type PrivateKeyJwk = PublicKey & { readonly d: string };

/** A new key to sign with. The public half, without `d`, belongs among the `keys` of your `customer.json`. */
export async function newVendorKey(): Promise<{ readonly privateKey: PrivateKeyJwk; readonly publicKey: PublicKey }> {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHMS['P-256'], true, ['sign', 'verify']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const publicKey: PublicKey = { kty: 'EC', crv: 'P-256', x, y };
  return { privateKey: { ...publicKey, d }, publicKey };
}
