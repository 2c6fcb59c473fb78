import type { PublicKey } from './public-key.ts';
import { keyIdOf } from './public-key.ts';

/** A key to sign with. Of a person: one for each relation to a vendor, and the browser does not give the private half out. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: PublicKey;
  /** {@link keyIdOf} its public half. */
  readonly keyId: string;
}

/** By the curve of the key, and by nothing that a message says: what a message claims chooses no algorithm. */
export const KEY_ALGORITHMS = {
  'P-256': { name: 'ECDSA', namedCurve: 'P-256' },
  Ed25519: { name: 'Ed25519' },
} as const;

/** A new key of the sort that every browser of ours knows. Its private half can be used here, and not be read. */
export async function newSigningKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHMS['P-256'], false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const publicKey: PublicKey = { kty: 'EC', crv: 'P-256', x, y };
  return { privateKey: pair.privateKey, publicKey, keyId: await keyIdOf(publicKey) };
}
