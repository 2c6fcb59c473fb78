import { AppError } from './errors.ts';

declare const brand: unique symbol;
/** A string that only this folder can make. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Scheme, host and port as `URL.origin` prints them: `https://shop.example`. Never a bare host. */
export type Origin = Branded<'Origin'>;
/** A UUIDv7: sorts by the moment it was made. */
export type RecordId = Branded<'RecordId'>;
export type ItemId = RecordId & { readonly item?: never };
export type GrantId = RecordId & { readonly grant?: never };
/** A random UUID that names the person to one vendor, for one grant, and to nobody else. */
export type PairwiseId = Branded<'PairwiseId'>;
export type RequestId = RecordId & { readonly request?: never };
/**
 * A random UUID that names one vendor's copy of a request, to it and to nobody else. Not a UUIDv7: two vendors would find
 * the moment of casting in it.
 */
export type ThreadId = Branded<'ThreadId'>;
/** A vendor's own name for a message of its: 1 to 64 of `A–Z a–z 0–9 . _ : -`. The same id is the same message. */
export type MessageId = Branded<'MessageId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * Makes a UUIDv7 (RFC 9562, section 5.7): 48 bits of time, then random bits.
 *
 * @param nowMs - milliseconds since the Unix epoch, UTC
 */
export function newRecordId(nowMs: number): RecordId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let rest = Math.max(0, Math.floor(nowMs));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as RecordId;
}

/** So many ids of one moment rise; by then the moment is over. */
const RISING = 2 ** 26;

/**
 * Ids of one moment that rise in the order in which they are made, so that what is written together lies together: the
 * first 26 bits behind the time count, from a random beginning (RFC 9562, section 6.2, method 1).
 */
export function risingRecordIds(nowMs: number): () => RecordId {
  let count = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  count %= RISING / 2;
  return () => {
    const id = newRecordId(nowMs);
    const high = Math.floor(count / 2 ** 14) % 2 ** 12;
    const low = count % 2 ** 14;
    count += 1;
    return `${id.slice(0, 15)}${hex(high, 3)}-${hex(0x8000 + low, 4)}${id.slice(23)}` as RecordId;
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** @throws {AppError} `bad-request` if `text` is not a lower-case UUID. */
export function recordId(text: string): RecordId {
  if (!UUID.test(text)) {
    throw new AppError('bad-request', 'Not a record id.');
  }
  return text as RecordId;
}

const MESSAGE_ID = /^[\w.:-]{1,64}$/u;

/** @returns `undefined` if `text` can't name a message. */
export function readMessageId(text: string): MessageId | undefined {
  return MESSAGE_ID.test(text) ? (text as MessageId) : undefined;
}

export function newThreadId(): ThreadId {
  return crypto.randomUUID() as string as ThreadId;
}

/** Random, so that two vendors that compare what they got find nothing in common. */
export function newPairwiseId(): PairwiseId {
  return crypto.randomUUID() as string as PairwiseId;
}
