import { keyIdOf, publicPartOf } from '../../protocol/signing/public-key.ts';
import { KEY_ALGORITHMS, type SigningKey } from '../../protocol/signing/signing-key.ts';
import type { PrivateKeyJwk } from './new-vendor-key.ts';

/**
 * Makes a kept key ready to sign with. P-256 and Ed25519 both do; browsers of before 2025 can check only the first.
 *
 * @throws {DOMException} when it is no such key
 */
export async function readVendorKey(jwk: PrivateKeyJwk): Promise<SigningKey> {
  const publicKey = publicPartOf(jwk);
  const key = { ...publicKey, d: jwk.d };
  const privateKey = await crypto.subtle.importKey('jwk', key, KEY_ALGORITHMS[publicKey.crv], false, ['sign']);
  return { privateKey, publicKey, keyId: await keyIdOf(publicKey) };
}
