/**
 * What each record of an export must be. A file may come from anywhere: nothing is taken that Sayso could not have
 * written, and no length is without an end. The limits are wider than those of today's forms: what was kept once must
 * come back.
 */
import * as v from 'valibot';
import { COLLECTIONS, PURPOSES, RATING_FIELDS } from '../domain/ask.ts';
import { DURATIONS } from '../domain/grant.ts';
import { readIdentifier } from '../domain/identifier.ts';
import { ITEM_KINDS } from '../domain/item.ts';
import { readMoment } from '../domain/moment.ts';
import { originIfChoosable } from '../domain/origin.ts';
import { PREFERENCE_KEY, STRENGTHS } from '../domain/preference.ts';
import { commonValue } from '../domain/scale.ts';
import type { ExportTable } from './export-lines.ts';

const MAX_TEXT = 100_000;
const MAX_NAME = 2_500;
const MAX_LIST = 10_000;

/** No later than the year 9999. */
const LAST_MS = 253_402_300_799_999;

const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, 'not an id'));
const stamp = v.pipe(
  v.string(),
  v.regex(/^[0-9a-z]{15,31}$/u, 'not a stamp'),
  v.check((text) => Number.parseInt(text.slice(0, 11), 36) <= LAST_MS, 'not a stamp'),
);
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT, 'too long'));
const name = v.pipe(v.string(), v.maxLength(MAX_NAME, 'too long'));
const names = v.pipe(v.array(name), v.maxLength(MAX_LIST, 'too many'));
const origin = v.pipe(
  v.string(),
  v.maxLength(MAX_NAME, 'too long'),
  v.check((one) => originIfChoosable(one) === one, 'not an origin'),
);
const moment = v.pipe(
  v.string(),
  v.check((one) => readMoment(one) === one, 'not a moment'),
);
const identifier = v.pipe(
  v.string(),
  v.maxLength(MAX_NAME, 'too long'),
  v.check((one) => readIdentifier(one) === one, 'not an identifier'),
);
const ms = v.pipe(v.number(), v.minValue(-LAST_MS, 'not a time'), v.maxValue(LAST_MS, 'not a time'));
const count = v.pipe(
  v.number(),
  v.integer('not a count'),
  v.minValue(0, 'not a count'),
  v.maxValue(1e9, 'not a count'),
);
const yes = v.literal(true);
const kind = v.picklist(ITEM_KINDS, 'not a kind');
const kinds = v.pipe(v.array(kind), v.maxLength(100, 'too many'));
const given = v.pipe(
  v.strictObject({ value: v.number(), best: v.number(), worst: v.number() }),
  v.check((mark) => commonValue(mark) !== undefined, 'not on its scale'),
);
const value = v.pipe(
  v.number(),
  v.integer('not a value'),
  v.minValue(1, 'not a value'),
  v.maxValue(100, 'not a value'),
);
const aspects = v.pipe(v.array(v.strictObject({ name, given })), v.maxLength(MAX_LIST, 'too many'));

const facts = {
  kind,
  name,
  creators: v.exactOptional(names),
  brand: v.exactOptional(name),
  series: v.exactOptional(name),
  genres: v.exactOptional(names),
  year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(-9_999), v.maxValue(9_999))),
  identifiers: v.pipe(v.array(identifier), v.maxLength(MAX_LIST, 'too many')),
};
const written = { createdAt: stamp, updatedAt: stamp };
const gone = { ...written, deletedAt: stamp };

const item = v.strictObject({ id: uuid, ...facts, ...written, deletedAt: v.exactOptional(stamp) });
const liveRating = v.strictObject({
  itemId: uuid,
  kind,
  value,
  given,
  ratedAt: moment,
  isUndated: v.exactOptional(yes),
  text: v.exactOptional(text),
  aspects: v.exactOptional(aspects),
  tags: v.exactOptional(names),
  source: name,
  ...written,
});
const ratingTombstone = v.strictObject({ itemId: uuid, ...gone });
const rating = either(liveRating, ratingTombstone);
const wanted = v.strictObject({
  id: uuid,
  itemId: uuid,
  wantedAt: v.exactOptional(moment),
  note: v.exactOptional(text),
  source: name,
  ...written,
});
const preference = v.strictObject({
  id: uuid,
  key: v.pipe(v.string(), v.regex(PREFERENCE_KEY, 'not a key')),
  value: name,
  unit: v.exactOptional(name),
  strength: v.picklist(STRENGTHS),
  kinds: v.exactOptional(kinds),
  isPrivate: v.boolean(),
  ...written,
});

const when = { at: v.exactOptional(moment) };
const content = v.strictObject({
  ratings: v.exactOptional(v.pipe(v.array(v.strictObject({ given, ...when })), v.maxLength(MAX_LIST, 'too many'))),
  text: v.exactOptional(text),
  earlierTexts: v.exactOptional(v.pipe(v.array(text), v.maxLength(MAX_LIST, 'too many'))),
  aspects: v.exactOptional(aspects),
  tags: v.exactOptional(names),
  note: v.exactOptional(text),
  uses: v.exactOptional(
    v.pipe(v.array(v.strictObject({ ...when, isRepeat: v.exactOptional(yes) })), v.maxLength(100_000, 'too many')),
  ),
  useCount: v.exactOptional(count),
  liked: v.exactOptional(v.strictObject(when)),
  owned: v.exactOptional(v.strictObject({ ...when, count: v.exactOptional(count) })),
  wanted: v.exactOptional(v.strictObject({ ...when, note: v.exactOptional(text) })),
  others: v.exactOptional(v.record(name, text)),
});

const need = {
  collection: v.picklist(COLLECTIONS),
  kinds: v.exactOptional(kinds),
  keys: v.exactOptional(names),
  fields: v.exactOptional(v.array(v.picklist(RATING_FIELDS))),
  filter: v.exactOptional(
    v.strictObject({
      since: v.exactOptional(name),
      until: v.exactOptional(name),
      min: v.exactOptional(v.number()),
      max: v.exactOptional(v.number()),
    }),
  ),
  derive: v.exactOptional(v.literal('rank')),
};
const needs = v.pipe(v.array(v.strictObject(need)), v.maxLength(1_000, 'too many'));
const ask = v.strictObject({
  id: name,
  text,
  purpose: v.picklist(PURPOSES),
  required: needs,
  optional: needs,
  retention: name,
  sharing: v.union([v.literal('none'), names]),
  agreement: name,
});
const call = v.picklist(['ratings', 'preferences', 'rank']);
const cause = v.strictObject({
  kind: v.picklist([
    'rated',
    'creator',
    'series',
    'genre',
    'era',
    'brand',
    'preferred',
    'unmet',
    'avoided',
    'never',
    'average',
  ]),
  of: v.exactOptional(name),
  value: v.exactOptional(v.number()),
  count: v.exactOptional(v.number()),
});
const ids = v.pipe(v.array(uuid), v.maxLength(1_000_000, 'too many'));
const sourceRecordId = v.pipe(v.string(), v.regex(/^\S+ ./u, 'not an id'), v.maxLength(MAX_NAME, 'too long'));

/** A schema for each table. What it says of a record is whether it may be kept: the record itself is kept as it stands. */
export const RECORD_SCHEMAS = {
  meta: v.strictObject({ key: v.literal('clock'), stamp }),
  items: item,
  identifiers: v.strictObject({ key: identifier, itemId: uuid }),
  ratings: rating,
  versions: v.strictObject({ id: uuid, itemId: uuid, rating: liveRating, replacedAt: stamp }),
  merges: v.strictObject({
    id: uuid,
    from: uuid,
    into: uuid,
    at: stamp,
    item,
    filled: names,
    rating: v.exactOptional(rating),
    intoRating: v.exactOptional(rating),
    keptAs: v.exactOptional(uuid),
    moved: ids,
    movedSources: v.exactOptional(v.pipe(v.array(sourceRecordId), v.maxLength(1_000_000, 'too many'))),
    movedIntentions: v.exactOptional(ids),
    splitAt: v.exactOptional(stamp),
  }),
  preferences: either(preference, v.strictObject({ id: uuid, ...gone })),
  vendors: v.strictObject({
    origin,
    isConnected: v.boolean(),
    hasStars: v.boolean(),
    isBlocked: v.boolean(),
    connectedAt: v.exactOptional(stamp),
    ...written,
  }),
  grants: v.strictObject({
    id: uuid,
    origin,
    person: uuid,
    ask,
    scope: v.pipe(v.array(v.strictObject({ ...need, without: v.exactOptional(ids) })), v.maxLength(1_000, 'too many')),
    fromMs: ms,
    untilMs: v.exactOptional(ms),
    duration: v.picklist(DURATIONS),
    session: v.exactOptional(name),
    createdAt: stamp,
  }),
  grantChanges: v.strictObject({
    id: uuid,
    grantId: uuid,
    origin,
    kind: v.picklist(['revoked', 'withdrawn', 'shortened', 'used', 'replaced']),
    atMs: ms,
    untilMs: v.exactOptional(ms),
    call: v.exactOptional(call),
    createdAt: stamp,
  }),
  decisions: v.strictObject({
    id: uuid,
    origin,
    ask,
    outcome: v.picklist(['allowed', 'refused', 'ignored', 'silenced']),
    atMs: ms,
    tellAtMs: ms,
    silentUntilMs: v.exactOptional(ms),
    silentSession: v.exactOptional(name),
    silentForever: v.exactOptional(v.boolean()),
    grantId: v.exactOptional(uuid),
    createdAt: stamp,
  }),
  disclosures: v.strictObject({
    id: uuid,
    grantId: uuid,
    origin,
    call,
    atMs: ms,
    fields: names,
    records: v.array(v.strictObject({ id: uuid, name, said: v.exactOptional(text) })),
    ranked: v.exactOptional(v.array(v.strictObject({ index: count, name, causes: v.array(cause) }))),
    again: v.exactOptional(v.strictObject({ times: count, untilMs: ms })),
  }),
  sourceRecords: v.strictObject({
    id: sourceRecordId,
    itemId: uuid,
    source: name,
    facts: v.strictObject(facts),
    content,
    ...written,
  }),
  intentions: either(wanted, v.strictObject({ id: uuid, itemId: uuid, ...gone })),
  refusedJoins: v.strictObject({
    key: v.pipe(v.string(), v.regex(/^[\da-f-]{36} [\da-f-]{36}$/u, 'not a pair')),
    updatedAt: stamp,
  }),
  imports: v.strictObject({
    id: uuid,
    atMs: ms,
    journalId: uuid,
    sources: names,
    files: names,
    counts: v.record(name, count),
  }),
  settings: v.strictObject({
    key: v.pipe(v.string(), v.minLength(1), v.maxLength(200, 'too long')),
    value: v.unknown(),
  }),
} satisfies Record<ExportTable, v.GenericSchema>;

export const headSchema = v.object({
  sayso: v.literal('export'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  exportedAt: moment,
  counts: v.record(name, count),
});

export const endSchema = v.strictObject({
  sayso: v.literal('end'),
  records: count,
  sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u)),
});

/** A record, or the tombstone of one: told apart by its `deletedAt`, so that what is wrong is told of the right one. */
function either<Live extends v.GenericSchema, Gone extends v.GenericSchema>(
  alive: Live,
  dead: Gone,
): v.GenericSchema<v.InferOutput<Live> | v.InferOutput<Gone>> {
  return v.lazy((input) =>
    typeof input === 'object' && input !== null && 'deletedAt' in input ? dead : alive,
  ) as v.GenericSchema<v.InferOutput<Live> | v.InferOutput<Gone>>;
}
