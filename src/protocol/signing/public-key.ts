/** The public half of a key as JSON Web Key (RFC 7517), of the two curves that are spoken, and its name. */
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { canonicalJson } from './canonical-json.ts';

/** Each coordinate of either curve. */
const COORDINATE_BYTES = 32;

const coordinate = v.pipe(
  v.string(),
  v.check((text) => fromBase64Url(text, COORDINATE_BYTES) !== undefined, 'Not 32 bytes in base64url'),
);

/** ECDSA with SHA-256 (ES256): what every Sayso signs with and can check. */
const p256 = { kty: v.literal('EC'), crv: v.literal('P-256'), x: coordinate, y: coordinate };
/** Browsers know it since 2024 and 2025 only. */
const ed25519 = { kty: v.literal('OKP'), crv: v.literal('Ed25519'), x: coordinate };

/** A private part is an unknown field, and refused. */
export const publicKey = v.variant('kty', [v.strictObject(p256), v.strictObject(ed25519)]);
export type PublicKey = v.InferOutput<typeof publicKey>;

/**
 * A key of a vendor's customer.json. With `until` it is retired: nothing that comes after it is taken, but what was signed
 * before can still be shown to be the vendor's.
 */
export const vendorKey = v.variant('kty', [
  v.strictObject({ ...p256, until: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())) }),
  v.strictObject({ ...ed25519, until: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())) }),
]);
export type VendorKey = v.InferOutput<typeof vendorKey>;

/** At most so many: the present key, the next one, and years of retired ones. */
export const vendorKeys = v.pipe(v.array(vendorKey), v.minLength(1), v.maxLength(20));

/** The key and nothing else. */
export function publicPartOf(key: PublicKey | VendorKey): PublicKey {
  return key.kty === 'EC'
    ? { kty: key.kty, crv: key.crv, x: key.x, y: key.y }
    : { kty: key.kty, crv: key.crv, x: key.x };
}

/**
 * What a key is called: its thumbprint (RFC 7638, SHA-256, base64url, 43 characters). Nobody chooses it, so no two keys share
 * one, and none can be put in another's place under its name.
 */
export async function keyIdOf(key: PublicKey | VendorKey): Promise<string> {
  const text = canonicalJson(publicPartOf(key));
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
