/** What is left of a deleted record: enough to tell another copy, nothing of what was said. */
import type { Stamp } from '../domain/clock.ts';
import type { IntentionTombstone, StoredIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import type { PreferenceTombstone, StoredPreference } from '../domain/preference.ts';
import type { SourceRecord, SourceTombstone } from '../domain/source-record.ts';
import { fingerprint } from './fingerprint.ts';
import type { RequestTombstone, StoredRequest } from './request-rows.ts';
import type { RatingTombstone, StoredRating } from '../domain/rating.ts';

export function itemTombstone({ id, kind, createdAt }: Item, stamp: Stamp): Item {
  return { id, kind, name: '', identifiers: [], createdAt, updatedAt: stamp, deletedAt: stamp };
}

export function ratingTombstone({ itemId, createdAt }: StoredRating, stamp: Stamp): RatingTombstone {
  return { itemId, createdAt, updatedAt: stamp, deletedAt: stamp };
}

export function preferenceTombstone({ id, createdAt }: StoredPreference, stamp: Stamp): PreferenceTombstone {
  return { id, createdAt, updatedAt: stamp, deletedAt: stamp };
}

export function intentionTombstone({ id, itemId, createdAt }: StoredIntention, stamp: Stamp): IntentionTombstone {
  return { id, itemId, createdAt, updatedAt: stamp, deletedAt: stamp };
}

export function requestTombstone({ id, createdAt }: StoredRequest, stamp: Stamp): RequestTombstone {
  return { id, createdAt, updatedAt: stamp, deletedAt: stamp };
}

export function sourceTombstone(
  { id, source, content, parts, createdAt }: SourceRecord,
  stamp: Stamp,
): SourceTombstone {
  const prints = Object.entries(parts ?? {}).map(([kind, said]) => [kind, fingerprint(said)] as const);
  return {
    id,
    source,
    said: fingerprint(content),
    ...(parts && { parts: Object.fromEntries(prints) }),
    createdAt,
    updatedAt: stamp,
    deletedAt: stamp,
  };
}
