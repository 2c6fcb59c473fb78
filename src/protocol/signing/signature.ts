import { fromBase64Url, toBase64Url } from './base64url.ts';
import type { PublicKey } from './public-key.ts';
import { publicPartOf } from './public-key.ts';
import type { SigningKey } from './signing-key.ts';
import { KEY_ALGORITHMS } from './signing-key.ts';

/** Of either curve: two numbers of 32 bytes. */
const SIGNATURE_BYTES = 64;

const SIGNATURE_ALGORITHMS = {
  'P-256': { name: 'ECDSA', hash: 'SHA-256' },
  Ed25519: { name: 'Ed25519' },
} as const;

/** @returns 86 characters of base64url */
export async function sign(text: string, { privateKey, publicKey }: SigningKey): Promise<string> {
  const algorithm = SIGNATURE_ALGORITHMS[publicKey.crv];
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(text))));
}

/** `other-algorithm`: this browser does not know the key's curve. `bad-key`: it is no key, such as a point that is not on it. */
export type Verdict = 'good' | 'bad-signature' | 'bad-key' | 'other-algorithm';

export async function verify(text: string, signature: string, key: PublicKey): Promise<Verdict> {
  const bytes = fromBase64Url(signature, SIGNATURE_BYTES);
  if (bytes === undefined) {
    return 'bad-signature';
  }
  const imported = await importKey(key);
  if (typeof imported === 'string') {
    return imported;
  }
  const isGood = await crypto.subtle.verify(
    SIGNATURE_ALGORITHMS[key.crv],
    imported,
    bytes,
    new TextEncoder().encode(text),
  );
  return isGood ? 'good' : 'bad-signature';
}

async function importKey(key: PublicKey): Promise<CryptoKey | 'bad-key' | 'other-algorithm'> {
  try {
    return await crypto.subtle.importKey('jwk', publicPartOf(key), KEY_ALGORITHMS[key.crv], true, ['verify']);
  } catch (thrown) {
    return thrown instanceof DOMException && thrown.name === 'NotSupportedError' ? 'other-algorithm' : 'bad-key';
  }
}
