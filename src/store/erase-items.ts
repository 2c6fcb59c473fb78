import type { ItemId } from '../domain/ids.ts';
import { isLiveIntention } from '../domain/intention.ts';
import { isLiveSource } from '../domain/source-record.ts';
import type { Database } from './database.ts';
import { itemsById } from './find-items.ts';
import { dropUnrated } from './drop-unrated.ts';
import type { Merge } from './rows.ts';
import { intentionTombstone, itemTombstone, ratingTombstone, sourceTombstone } from './tombstones.ts';
import type { Writer } from './writer.ts';

/**
 * Deletes items with all that was said of them: rating, history, identifiers, what sources say, intentions, and the items that were merged into them.
 * Tombstones stay, which say only that something was there.
 */
export async function eraseItems(writer: Writer, ids: readonly ItemId[]): Promise<void> {
  const { database, stamp } = writer;
  await dropUnrated(database);
  const items = [...(await itemsById(database, ids)).values()];
  const ratings = (await database.ratings.bulkGet([...ids])).filter((rating) => rating !== undefined);
  const merges = await mergesOf(database, ids);
  await writer.remove(
    'identifiers',
    items.flatMap(({ identifiers }) => identifiers),
  );
  await writer.remove('versions', await database.versions.where('itemId').anyOf(ids).primaryKeys());
  await writer.remove(
    'merges',
    merges.map(({ id }) => id),
  );
  const records = await database.sourceRecords.where('itemId').anyOf(ids).toArray();
  await writer.putAll(
    'sourceRecords',
    records.filter(isLiveSource).map((record) => sourceTombstone(record, stamp)),
  );
  const intentions = await database.intentions.where('itemId').anyOf(ids).toArray();
  await writer.putAll(
    'intentions',
    intentions.filter(isLiveIntention).map((intention) => intentionTombstone(intention, stamp)),
  );
  await writer.putAll(
    'ratings',
    ratings.map((rating) => ratingTombstone(rating, stamp)),
  );
  await writer.putAll(
    'items',
    items.map((item) => itemTombstone(item, stamp)),
  );
}

/** Everything that was merged into these, and into those, and so on, and what tells of these after they were parted. */
async function mergesOf(database: Database, ids: readonly ItemId[]): Promise<Merge[]> {
  const parted = await database.merges.where('from').anyOf(ids).toArray();
  const found = new Map(parted.map((merge) => [merge.id, merge]));
  let next: readonly ItemId[] = ids;
  while (next.length > 0) {
    const merges = await database.merges.where('into').anyOf(next).toArray();
    const fresh = merges.filter(({ id }) => !found.has(id));
    for (const merge of fresh) {
      found.set(merge.id, merge);
    }
    next = fresh.filter(({ splitAt }) => splitAt === undefined).map(({ from }) => from);
  }
  return [...found.values()];
}
