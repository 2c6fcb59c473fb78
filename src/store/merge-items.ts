import { type ItemId, newRecordId, type RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating, type RatingVersion } from '../domain/rating.ts';
import { isLiveSource, type SourceRecordId } from '../domain/source-record.ts';
import { fillFacts } from './fill-facts.ts';
import { sortedIdentifiers } from './match-items.ts';
import type { Merge } from './rows.ts';
import { itemTombstone, ratingTombstone } from './tombstones.ts';
import type { Writer } from './writer.ts';

/**
 * Makes two items one. The older stays, and takes over identifiers, facts it lacked and earlier judgements of the other.
 * Of two ratings the later stays the present one, and the other becomes an earlier one. A {@link Merge} keeps what it
 * takes to part them again.
 *
 * @returns the item that stays, as it is now
 */
export function mergeItems(writer: Writer, one: Item, other: Item): Promise<Item> {
  return one.createdAt <= other.createdAt ? mergeInto(writer, one, other) : mergeInto(writer, other, one);
}

/** As {@link mergeItems}, where it is known which one stays. */
export async function mergeInto(writer: Writer, older: Item, younger: Item): Promise<Item> {
  const { item: filledItem, filled } = fillFacts(older, younger);
  const merged: Item = {
    ...filledItem,
    identifiers: sortedIdentifiers([...older.identifiers, ...younger.identifiers]),
    updatedAt: writer.stamp,
  };
  const moved = await moveVersions(writer, younger, merged);
  const ratings = await joinRatings(writer, younger, merged);
  const movedSources = await moveSources(writer, younger.id, merged.id);
  const movedIntentions = await moveIntentions(writer, younger.id, merged.id);
  const merge: Merge = {
    id: newRecordId(writer.nowMs),
    from: younger.id,
    into: older.id,
    at: writer.stamp,
    item: younger,
    filled,
    moved,
    ...(movedSources.length > 0 && { movedSources }),
    ...(movedIntentions.length > 0 && { movedIntentions }),
    ...ratings,
  };
  await writer.put('merges', merge);
  await writer.putAll('items', [merged, itemTombstone(younger, writer.stamp)]);
  await writer.putAll(
    'identifiers',
    younger.identifiers.map((key) => ({ key, itemId: older.id })),
  );
  return merged;
}

/** What sources say of an item goes where it goes, and what the person means to do with it. */
async function moveSources(writer: Writer, from: ItemId, into: ItemId): Promise<SourceRecordId[]> {
  const stored = await writer.database.sourceRecords.where('itemId').equals(from).toArray();
  const records = stored.filter(isLiveSource);
  await writer.putAll(
    'sourceRecords',
    records.map((record) => ({ ...record, itemId: into })),
  );
  return records.map(({ id }) => id);
}

async function moveIntentions(writer: Writer, from: ItemId, into: ItemId): Promise<RecordId[]> {
  const intentions = await writer.database.intentions.where('itemId').equals(from).toArray();
  await writer.putAll(
    'intentions',
    intentions.map((intention) => ({ ...intention, itemId: into })),
  );
  return intentions.map(({ id }) => id);
}

/** Earlier judgements go where the item goes. Their ids stay. */
async function moveVersions(writer: Writer, from: Item, into: Item): Promise<Merge['moved']> {
  const versions = await writer.database.versions.where('itemId').equals(from.id).toArray();
  await writer.putAll(
    'versions',
    versions.map((version) => versionOf(version, into)),
  );
  return versions.map(({ id }) => id);
}

async function joinRatings(
  writer: Writer,
  from: Item,
  into: Item,
): Promise<Pick<Merge, 'rating' | 'intoRating' | 'keptAs'>> {
  const { ratings } = writer.database;
  const [theirs, ours] = await ratings.bulkGet([from.id, into.id]);
  const before = { ...(theirs && { rating: theirs }), ...(ours && { intoRating: ours }) };
  const isTheirsLater = isLive(theirs) && (!isLive(ours) || isLaterThan(theirs, ours));
  const [present, earlier] = isTheirsLater ? [theirs, ours] : [ours, theirs];
  if (isLive(present)) {
    await writer.put('ratings', ratingOf(present, into, writer));
  }
  if (theirs) {
    await writer.put('ratings', ratingTombstone(theirs, writer.stamp));
  }
  if (!isLive(earlier)) {
    return before;
  }
  const keptAs = newRecordId(writer.nowMs);
  await writer.put('versions', {
    id: keptAs,
    itemId: into.id,
    rating: { ...earlier, itemId: into.id, kind: into.kind },
    replacedAt: writer.stamp,
  });
  return { ...before, keptAs };
}

/** Which of two judgements stays the present one of what they are both of: the one last spoken. */
export function isLaterThan(one: Rating, other: Rating): boolean {
  return spokenAt(one) > spokenAt(other);
}

function spokenAt({ ratedAt, editedAt }: Rating): string {
  return editedAt !== undefined && editedAt > ratedAt ? editedAt : ratedAt;
}

function ratingOf(rating: Rating, { id, kind }: Item, writer: Writer): Rating {
  return rating.itemId === id && rating.kind === kind
    ? rating
    : { ...rating, itemId: id, kind, updatedAt: writer.stamp };
}

/** An earlier judgement as one of another item. */
export function versionOf(version: RatingVersion, { id, kind }: Item): RatingVersion {
  return { ...version, itemId: id, rating: { ...version.rating, itemId: id, kind } };
}
