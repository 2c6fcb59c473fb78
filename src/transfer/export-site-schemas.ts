/** What each record of sites, and of what passed between them and the person, must be in an export. */
import * as v from 'valibot';
import { COLLECTIONS, PURPOSES, RATING_FIELDS } from '../domain/ask.ts';
import { DURATIONS } from '../domain/grant.ts';
import { count, ids, kinds, ms, name, names, origin, stamp, text, uuid } from './export-fields.ts';

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

export const SITE_SCHEMAS = {
  vendors: v.strictObject({
    origin,
    isConnected: v.boolean(),
    hasStars: v.boolean(),
    isBlocked: v.boolean(),
    connectedAt: v.exactOptional(stamp),
    createdAt: stamp,
    updatedAt: stamp,
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
};
