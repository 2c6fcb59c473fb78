/**
 * What each record of an export must be. A file may come from anywhere: nothing is taken that Sayso could not have
 * written, and no length is without an end.
 */
import * as v from 'valibot';
import { PREFERENCE_KEY, STRENGTHS } from '../domain/preference.ts';
import {
  aspects,
  count,
  given,
  identifier,
  ids,
  kind,
  kinds,
  MAX_LIST,
  moment,
  ms,
  name,
  names,
  stamp,
  text,
  uuid,
  value,
  yes,
} from './export-fields.ts';
import type { ExportTable } from './export-lines.ts';
import { REQUEST_SCHEMAS } from './export-request-schemas.ts';
import { SITE_SCHEMAS } from './export-site-schemas.ts';
import { KEPT } from './kept-limits.ts';

const facts = {
  kind,
  name,
  originalName: v.exactOptional(name),
  creators: v.exactOptional(names),
  brand: v.exactOptional(name),
  series: v.exactOptional(name),
  genres: v.exactOptional(names),
  year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(-9_999), v.maxValue(9_999))),
  identifiers: v.pipe(v.array(identifier), v.maxLength(MAX_LIST, 'too many')),
};
const written = { createdAt: stamp, updatedAt: stamp };
const gone = { ...written, deletedAt: stamp };

const print = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/u, 'not a print'));

const item = v.strictObject({ id: uuid, ...facts, ...written, deletedAt: v.exactOptional(stamp) });
const liveRating = v.strictObject({
  itemId: uuid,
  kind,
  value,
  given,
  ratedAt: moment,
  isUndated: v.exactOptional(yes),
  editedAt: v.exactOptional(moment),
  text: v.exactOptional(text),
  aspects: v.exactOptional(aspects),
  tags: v.exactOptional(names),
  removed: v.exactOptional(
    v.strictObject({
      tags: v.exactOptional(names),
      texts: v.exactOptional(v.pipe(v.array(print), v.maxLength(MAX_LIST, 'too many'))),
    }),
  ),
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
    v.pipe(v.array(v.strictObject({ ...when, isRepeat: v.exactOptional(yes) })), v.maxLength(KEPT.uses, 'too many')),
  ),
  useCount: v.exactOptional(count),
  liked: v.exactOptional(v.strictObject(when)),
  owned: v.exactOptional(v.strictObject({ ...when, count: v.exactOptional(count) })),
  wanted: v.exactOptional(v.strictObject({ ...when, note: v.exactOptional(text) })),
  others: v.exactOptional(v.record(name, text)),
});

const sourceRecordId = v.pipe(v.string(), v.regex(/^\S+ ./u, 'not an id'), v.maxLength(KEPT.name, 'too long'));

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
  ...SITE_SCHEMAS,
  sourceRecords: either(
    v.strictObject({
      id: sourceRecordId,
      itemId: uuid,
      source: name,
      facts: v.strictObject(facts),
      content,
      from: v.exactOptional(name),
      parts: v.exactOptional(v.record(name, content)),
      partFacts: v.exactOptional(v.record(name, v.strictObject(facts))),
      ...written,
    }),
    v.strictObject({
      id: sourceRecordId,
      source: name,
      said: print,
      parts: v.exactOptional(v.record(name, print)),
      ...gone,
    }),
  ),
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
    unread: v.exactOptional(
      v.pipe(
        v.array(
          v.strictObject({
            file: count,
            line: count,
            reason: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/u, 'not a reason')),
            column: v.exactOptional(name),
          }),
        ),
        v.maxLength(200, 'too many'),
      ),
    ),
    isUndone: v.exactOptional(yes),
  }),
  ...REQUEST_SCHEMAS,
  settings: v.strictObject({
    key: v.pipe(v.string(), v.minLength(1), v.maxLength(KEPT.name, 'too long')),
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
  return v.lazy((input) => (typeof input === 'object' && input !== null && 'deletedAt' in input ? dead : alive));
}
