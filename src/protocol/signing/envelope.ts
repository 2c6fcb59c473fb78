/** What each message between a person and a vendor travels in: who to whom, in which request, which one, when, and signed. */
import * as v from 'valibot';
import { readMessageId } from '../../domain/ids.ts';
import { readMoment } from '../../domain/moment.ts';
import { toBase64Url } from './base64url.ts';
import { canonicalJson } from './canonical-json.ts';
import { publicKey } from './public-key.ts';
import type { SigningKey } from './signing-key.ts';
import { sign } from './signature.ts';

/** The version of the envelope and of what is in it. */
export const MESSAGE_VERSION = '1';

const uuid = v.pipe(v.string(), v.uuid());
const origin = v.pipe(v.string(), v.maxLength(300));
const at = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => readMoment(text) === text && text.includes('T'), 'Not a moment such as 2026-01-02T03:04:00.000Z'),
);
const keyId = v.pipe(v.string(), v.regex(/^[\w-]{43}$/u, 'Not a key’s thumbprint'));
const signature = v.pipe(v.string(), v.regex(/^[\w-]{86}$/u, 'Not a signature'));
/** JSON of any shape: the schema of the message looks at it after the signature was. */
const body = v.record(v.string(), v.unknown());

/**
 * Of a person. The public key comes along: the first one of a person is theirs, and the vendor holds them to it. `at` is a whole
 * minute: two vendors would know one casting by its milliseconds.
 */
export const personEnvelope = v.strictObject({
  sayso: v.literal(MESSAGE_VERSION),
  from: uuid,
  to: origin,
  request: uuid,
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  at,
  key: keyId,
  publicKey,
  body,
  signature,
});
export type PersonEnvelope = v.InferOutput<typeof personEnvelope>;

/** Of a vendor. The key is one of its customer.json. The same `id` is the same message. */
export const vendorEnvelope = v.strictObject({
  sayso: v.literal(MESSAGE_VERSION),
  from: origin,
  to: uuid,
  request: uuid,
  id: v.pipe(
    v.string(),
    v.check((text) => readMessageId(text) !== undefined, 'Not an id of 1 to 64 letters, digits and . _ : -'),
  ),
  at,
  key: keyId,
  body,
  signature,
});
export type VendorEnvelope = v.InferOutput<typeof vendorEnvelope>;

export type Envelope = PersonEnvelope | VendorEnvelope;
type Unsigned<E extends Envelope> = Omit<E, 'sayso' | 'key' | 'signature'>;
const MINUTE_MS = 60_000;

/** @throws {AppError} `bad-request` if the body is no JSON value. */
export async function sealPersonMessage(
  { nowMs, ...message }: Omit<Unsigned<PersonEnvelope>, 'at' | 'publicKey'> & { readonly nowMs: number },
  key: SigningKey,
): Promise<PersonEnvelope> {
  const minute = new Date(Math.floor(nowMs / MINUTE_MS) * MINUTE_MS).toISOString();
  return seal({ ...message, at: minute, publicKey: key.publicKey }, key);
}

/** @throws {AppError} `bad-request` if the body is no JSON value. */
export async function sealVendorMessage(
  { nowMs, ...message }: Omit<Unsigned<VendorEnvelope>, 'at'> & { readonly nowMs: number },
  key: SigningKey,
): Promise<VendorEnvelope> {
  return seal({ ...message, at: new Date(nowMs).toISOString() }, key);
}

/** What is signed: all of it but the signature. */
export function signedTextOf({ signature: _signature, ...rest }: Envelope): string {
  return canonicalJson(rest);
}

/**
 * Tells two messages apart, and nothing else does: a signature is another each time, so equal messages are those of one digest.
 *
 * @returns SHA-256 of what is signed, 43 characters of base64url
 */
export async function digestOf(envelope: Envelope): Promise<string> {
  const bytes = new TextEncoder().encode(signedTextOf(envelope));
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

async function seal<M extends Unsigned<PersonEnvelope> | Unsigned<VendorEnvelope>>(message: M, key: SigningKey) {
  const named = { sayso: MESSAGE_VERSION, ...message, key: key.keyId } as const;
  return { ...named, signature: await sign(canonicalJson(named), key) };
}
