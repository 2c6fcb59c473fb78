import { AppError } from '../domain/errors.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { isLiveSource } from '../domain/source-record.ts';
import { emptyFacts } from './fill-facts.ts';
import { fingerprint } from './fingerprint.ts';
import { liveItem } from './find-items.ts';
import { matchKinds } from './match-kinds.ts';
import { isLaterThan, versionOf } from './merge-items.ts';
import type { Merge } from './rows.ts';
import { ratingTombstone } from './tombstones.ts';
import type { Writer } from './writer.ts';

/**
 * Takes two items apart that were merged, so that each has its own identifiers, judgement and history again.
 * What the person has said since stays with the older one.
 *
 * @returns the older item, then the one that is back
 * @throws {AppError} `conflict` when they are apart already, or the older one has itself been merged or deleted since.
 */
export async function partItems(writer: Writer, merge: Merge): Promise<readonly [Item, Item]> {
  const older = await liveItem(writer.database, merge.into);
  if (!older || merge.splitAt !== undefined) {
    throw new AppError('conflict', 'These are no longer one item.');
  }
  const rows = await writer.database.identifiers.bulkGet([...merge.item.identifiers]);
  const back = rows.flatMap((row) => (row?.itemId === older.id ? row.key : []));
  const younger: Item = { ...merge.item, identifiers: back, updatedAt: writer.stamp };
  const left: Item = {
    ...emptyFacts(older, merge.filled, merge.item),
    identifiers: older.identifiers.filter((identifier) => !back.includes(identifier)),
    updatedAt: writer.stamp,
  };
  await writer.putAll('items', [left, younger]);
  await writer.putAll(
    'identifiers',
    back.map((key) => ({ key, itemId: younger.id })),
  );
  await partVersions(writer, merge, younger);
  await partSources(writer, merge);
  await partRatings(writer, merge, left, younger);
  await writer.put('merges', { ...merge, splitAt: writer.stamp });
  return [left, younger];
}

async function partVersions(writer: Writer, { moved, into }: Merge, younger: Item): Promise<void> {
  const versions = await writer.database.versions.bulkGet([...moved]);
  await writer.putAll(
    'versions',
    versions.flatMap((version) => (version?.itemId === into ? versionOf(version, younger) : [])),
  );
}

async function partSources(
  writer: Writer,
  { movedSources = [], movedIntentions = [], from, into }: Merge,
): Promise<void> {
  const { sourceRecords, intentions } = writer.database;
  const records = await sourceRecords.bulkGet([...movedSources]);
  await writer.putAll(
    'sourceRecords',
    records.flatMap((record) => (isLiveSource(record) && record.itemId === into ? [{ ...record, itemId: from }] : [])),
  );
  const meant = await intentions.bulkGet([...movedIntentions]);
  await writer.putAll(
    'intentions',
    meant.flatMap((intention) => (intention?.itemId === into ? [{ ...intention, itemId: from }] : [])),
  );
}

async function partRatings(writer: Writer, merge: Merge, left: Item, younger: Item): Promise<void> {
  const { rating: theirs, intoRating: ours, keptAs } = merge;
  const present = await writer.database.ratings.get(left.id);
  const isStillTheirs = isLive(theirs) && isLive(present) && isSameJudgement(present, theirs);
  const wasTheirsKept = isLive(ours) && isLive(theirs) && !isLaterThan(theirs, ours);
  if (keptAs !== undefined && (isStillTheirs || wasTheirsKept)) {
    await writer.remove('versions', [keptAs]);
  }
  if (isLive(theirs)) {
    await writer.put('ratings', { ...theirs, kind: younger.kind, updatedAt: writer.stamp });
  }
  if (isStillTheirs) {
    const old = isLive(ours) ? { ...ours, kind: left.kind, updatedAt: writer.stamp } : undefined;
    await writer.put('ratings', old ?? ratingTombstone(present, writer.stamp));
  } else {
    await matchKinds(writer, [left]);
  }
}

/** Whether nothing has been said since: the same words on another item. */
function isSameJudgement(one: Rating, other: Rating): boolean {
  const { editedAt: _editedAt, ...said } = one;
  const { editedAt: _otherEditedAt, ...otherSaid } = other;
  return fingerprint(said) === fingerprint({ ...otherSaid, itemId: one.itemId, kind: one.kind });
}
