/** What one field of an export may be. The limits are wider than those of today's forms: what was kept once must come back. */
import * as v from 'valibot';
import { readIdentifier } from '../domain/identifier.ts';
import { ITEM_KINDS } from '../domain/item.ts';
import { readMoment } from '../domain/moment.ts';
import { originIfChoosable } from '../domain/origin.ts';
import { commonValue } from '../domain/scale.ts';
import { KEPT } from './kept-limits.ts';

/** Of a vendor's message as it was signed: longer than any answer of an endpoint may be. */
const MAX_SIGNED = 2_000_000;
export const MAX_LIST = KEPT.list;

/** No later than the year 9999. */
const LAST_MS = 253_402_300_799_999;

export const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, 'not an id'));
export const stamp = v.pipe(
  v.string(),
  v.regex(/^[0-9a-z]{15,31}$/u, 'not a stamp'),
  v.check((text) => Number.parseInt(text.slice(0, 11), 36) <= LAST_MS, 'not a stamp'),
);
export const text = v.pipe(v.string(), v.maxLength(KEPT.text, 'too long'));
/** A vendor's message as it was signed, and its key. Whether the signature holds is looked at when it is shown to somebody. */
export const signedMessage = v.strictObject({
  envelope: v.pipe(v.string(), v.maxLength(MAX_SIGNED, 'too long')),
  publicKey: v.pipe(v.string(), v.maxLength(KEPT.name, 'too long')),
});
export const name = v.pipe(v.string(), v.maxLength(KEPT.name, 'too long'));
export const names = v.pipe(v.array(name), v.maxLength(MAX_LIST, 'too many'));
export const origin = v.pipe(
  v.string(),
  v.maxLength(KEPT.name, 'too long'),
  v.check((one) => originIfChoosable(one) === one, 'not an origin'),
);
export const moment = v.pipe(
  v.string(),
  v.check((one) => readMoment(one) === one, 'not a moment'),
);
export const identifier = v.pipe(
  v.string(),
  v.maxLength(KEPT.name, 'too long'),
  v.check((one) => readIdentifier(one) === one, 'not an identifier'),
);
export const ms = v.pipe(v.number(), v.minValue(-LAST_MS, 'not a time'), v.maxValue(LAST_MS, 'not a time'));
export const count = v.pipe(
  v.number(),
  v.integer('not a count'),
  v.minValue(0, 'not a count'),
  v.maxValue(KEPT.count, 'not a count'),
);
export const yes = v.literal(true);
export const kind = v.picklist(ITEM_KINDS, 'not a kind');
export const kinds = v.pipe(v.array(kind), v.maxLength(100, 'too many'));
export const given = v.pipe(
  v.strictObject({ value: v.number(), best: v.number(), worst: v.number() }),
  v.check((mark) => commonValue(mark) !== undefined, 'not on its scale'),
);
export const value = v.pipe(
  v.number(),
  v.integer('not a value'),
  v.minValue(1, 'not a value'),
  v.maxValue(100, 'not a value'),
);
export const aspects = v.pipe(v.array(v.strictObject({ name, given })), v.maxLength(MAX_LIST, 'too many'));
export const ids = v.pipe(v.array(uuid), v.maxLength(1_000_000, 'too many'));
