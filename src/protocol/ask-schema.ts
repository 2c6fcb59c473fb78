/** The schemas of an ask and of what it is made of, as a vendor sends them. Sizes are bounded: all of it is hostile. */
import * as v from 'valibot';
import { COLLECTIONS, PURPOSES, RATING_FIELDS } from '../domain/ask.ts';
import { ITEM_KINDS } from '../domain/item.ts';
import { readMoment } from '../domain/moment.ts';
import { PREFERENCE_KEY } from '../domain/preference.ts';

/** The agreement a grant is given under where the ask names none (IEEE 7012 ids). */
export const DEFAULT_AGREEMENT = 'SD-BASE';
export const INTENT_AGREEMENT = 'PDC-INTENT';

/** ISO 8601 duration, in whole units: `P30D`, `P1Y6M`, `PT12H`. */
const DURATION =
  /^P(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,4}M)?(?:\d{1,5}S)?)?$/u;

export const kinds = v.pipe(v.array(v.picklist(ITEM_KINDS)), v.maxLength(ITEM_KINDS.length));
export const keys = v.pipe(v.array(v.pipe(v.string(), v.regex(PREFERENCE_KEY))), v.maxLength(50));
export const moment = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => readMoment(text) !== undefined, 'Not an ISO 8601 date or time'),
);
const common = v.pipe(v.number(), v.minValue(1), v.maxValue(100));

export const filter = v.pipe(
  v.strictObject({
    since: v.exactOptional(moment),
    until: v.exactOptional(moment),
    min: v.exactOptional(common),
    max: v.exactOptional(common),
  }),
  // What no rating can meet would be asked of a person in earnest.
  v.check(({ min = 1, max = 100 }) => min <= max, 'min is above max'),
  v.check(
    ({ since, until }) => since === undefined || until === undefined || !isAfter(since, until),
    'since is after until',
  ),
);

/** As far as both say: a year is not after a day of it. */
function isAfter(since: string, until: string): boolean {
  const length = Math.min(since.trim().length, until.trim().length);
  return since.trim().slice(0, length) > until.trim().slice(0, length);
}

export const need = v.pipe(
  v.strictObject({
    collection: v.picklist(COLLECTIONS),
    kinds: v.exactOptional(kinds),
    keys: v.exactOptional(keys),
    fields: v.exactOptional(v.pipe(v.array(v.picklist(RATING_FIELDS)), v.maxLength(RATING_FIELDS.length))),
    filter: v.exactOptional(filter),
    derive: v.exactOptional(v.literal('rank')),
  }),
  v.check((one) => one.collection === 'preferences' || one.keys === undefined, 'keys go with preferences only'),
  v.check((one) => one.collection === 'ratings' || one.fields === undefined, 'fields go with ratings only'),
  v.check(
    (one) => one.collection !== 'intentions' || one.derive === undefined,
    'derive goes with ratings and preferences only',
  ),
);

const needs = v.pipe(v.array(need), v.maxLength(12));
/** Words that can be seen: a person is not to be asked with blanks of no width. */
export const words = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(most),
    v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u, 'Nothing to read'),
  );

export const ask = v.pipe(
  v.strictObject({
    id: words(100),
    text: words(1_000),
    purpose: v.picklist(PURPOSES),
    required: needs,
    optional: needs,
    retention: v.pipe(v.string(), v.regex(DURATION, 'Not an ISO 8601 duration such as P30D')),
    sharing: v.union([v.literal('none'), v.pipe(v.array(words(200)), v.minLength(1), v.maxLength(20))]),
    agreement: v.exactOptional(
      v.pipe(v.string(), v.regex(/^(?:ieee-7012:)?[A-Z][A-Z0-9-]{1,30}$/u, 'Not an IEEE 7012 id')),
    ),
  }),
  v.check((one) => one.required.length + one.optional.length > 0, 'required and optional are both empty'),
  v.transform((one) => ({ ...one, agreement: one.agreement ?? defaultAgreement([...one.required, ...one.optional]) })),
);

export const grantId = v.pipe(v.string(), v.uuid());

function defaultAgreement(all: readonly { collection: string }[]): string {
  return all.some(({ collection }) => collection === 'intentions') ? INTENT_AGREEMENT : DEFAULT_AGREEMENT;
}
