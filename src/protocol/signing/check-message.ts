/** Whether a message is from whom it says, to whom it came, and as it was written. */
import * as v from 'valibot';
import type { PairwiseId, ThreadId } from '../../domain/ids.ts';
import type { PersonEnvelope, VendorEnvelope } from './envelope.ts';
import { MESSAGE_VERSION, personEnvelope, vendorEnvelope } from './envelope.ts';
import type { PublicKey, VendorKey } from './public-key.ts';
import { keyIdOf, publicPartOf } from './public-key.ts';
import { signable } from './signable.ts';
import { verify } from './signature.ts';

/** Why a message is not believed. A closed list: the first that holds, in this order. */
export const MESSAGE_PROBLEMS = [
  'unreadable', // not the envelope, or not JSON that can be signed
  'other-version',
  'other-sender', // says that it is from another than it came from
  'other-audience', // was written to another person or vendor
  'other-thread', // belongs to another request
  'other-key', // a person’s second key: the first one that a vendor saw is theirs
  'unknown-key', // signed with a key that is not in the vendor’s customer.json: it may have a new one, so read it again
  'retired-key',
  'other-algorithm', // a curve that this browser can’t check
  'bad-signature',
] as const;
export type MessageProblem = (typeof MESSAGE_PROBLEMS)[number];

export type Checked<E> =
  | { readonly kind: 'good'; readonly envelope: E; readonly publicKey: PublicKey }
  | { readonly kind: 'bad'; readonly problem: MessageProblem };

/** Where a vendor’s message has to belong. */
export interface FromVendor {
  /** Where it came from. */
  readonly vendor: string;
  readonly person: PairwiseId;
  readonly request: ThreadId;
  /** Those of its customer.json, as it was read last. */
  readonly keys: readonly VendorKey[];
  /** Holds retired keys to their end. What a message says of its own time is only shown. */
  readonly nowMs: number;
}

/**
 * Checks a vendor's message. A repeated one passes: what has been heard before is the thread's to know, by the `id`.
 *
 * @param value - what came, parsed
 */
export async function checkVendorMessage(value: unknown, expected: FromVendor): Promise<Checked<VendorEnvelope>> {
  const envelope = readAs(vendorEnvelope, value);
  if (typeof envelope === 'string') {
    return bad(envelope);
  }
  if (envelope.from !== expected.vendor) {
    return bad('other-sender');
  }
  if (envelope.to !== expected.person) {
    return bad('other-audience');
  }
  if (envelope.request !== expected.request) {
    return bad('other-thread');
  }
  const key = await findKey(envelope.key, expected);
  return typeof key === 'string' ? bad(key) : verified(envelope, key);
}

/** Where a person’s message has to belong. */
export interface FromPerson {
  /** The vendor’s own origin: what was written to another is not for it. */
  readonly vendor: string;
  /** The {@link keyIdOf} of the first message that came from this person; absent for the first. */
  readonly knownKey?: string;
}

/**
 * Checks a person's message for the vendor it was written to. It has the person's key with it, and shows that the holder of that
 * key wrote it; who they are is not said.
 */
export async function checkPersonMessage(value: unknown, expected: FromPerson): Promise<Checked<PersonEnvelope>> {
  const envelope = readAs(personEnvelope, value);
  if (typeof envelope === 'string') {
    return bad(envelope);
  }
  if (envelope.to !== expected.vendor) {
    return bad('other-audience');
  }
  const keyId = await keyIdOf(envelope.publicKey);
  if (envelope.key !== keyId || (expected.knownKey !== undefined && expected.knownKey !== keyId)) {
    return bad('other-key');
  }
  return verified(envelope, envelope.publicKey);
}

function readAs<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | MessageProblem {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) {
    return parsed.output;
  }
  const isObject = typeof value === 'object' && value !== null && 'sayso' in value;
  return isObject && typeof value.sayso === 'string' && value.sayso !== MESSAGE_VERSION
    ? 'other-version'
    : 'unreadable';
}

async function findKey(keyId: string, { keys, nowMs }: FromVendor): Promise<PublicKey | 'unknown-key' | 'retired-key'> {
  for (const key of keys) {
    if ((await keyIdOf(key)) === keyId) {
      return key.until !== undefined && Date.parse(key.until) <= nowMs ? 'retired-key' : publicPartOf(key);
    }
  }
  return 'unknown-key';
}

async function verified<E extends PersonEnvelope | VendorEnvelope>(envelope: E, key: PublicKey): Promise<Checked<E>> {
  const text = signable(envelope);
  if (text === undefined) {
    return bad('unreadable');
  }
  const verdict = await verify(text, envelope.signature, key);
  switch (verdict) {
    case 'good':
      return { kind: 'good', envelope, publicKey: key };
    case 'other-algorithm':
      return bad('other-algorithm');
    // A key that is none signs nothing.
    case 'bad-key':
    case 'bad-signature':
      return bad('bad-signature');
  }
}

function bad(problem: MessageProblem): { readonly kind: 'bad'; readonly problem: MessageProblem } {
  return { kind: 'bad', problem };
}
