import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { StoredPreference } from '../domain/preference.ts';
import type { StoredRating } from '../domain/rating.ts';
import { liveItem } from './find-items.ts';
import { fingerprint } from './fingerprint.ts';
import { groupImages } from './group-images.ts';
import type { Image, JournalEntry } from './journal-entry.ts';
import { matchKind } from './match-kind.ts';
import type { TableName } from './table-name.ts';
import { itemTombstone, preferenceTombstone, ratingTombstone } from './tombstones.ts';
import type { PersonalTable, Writer } from './writer.ts';

/** The tables that an undo may touch, whatever it undoes. */
export const UNDO_TABLES = [
  'items',
  'identifiers',
  'ratings',
  'versions',
  'merges',
  'preferences',
  'sourceRecords',
  'intentions',
  'refusedJoins',
  'settings',
  'vendors',
  'grants',
  'grantChanges',
  'decisions',
  'disclosures',
] as const satisfies TableName[];

/**
 * Puts back what an entry changed, thing by thing, wherever nothing has changed that thing since.
 *
 * The old content is written at the present stamp, and what was made becomes a tombstone: to another copy an undo is one
 * more change.
 *
 * @returns how many things were put back, and how many were left because they have changed since
 */
export async function undoEntry(writer: Writer, entry: JournalEntry): Promise<{ undone: number; kept: number }> {
  const present = await presentRecords(writer, entry.images);
  const nowOf = (image: Image): object | undefined => present.get(image);
  const groups = groupImages(entry.images, nowOf);
  const untouched = groups.filter((images) =>
    images.every((image) => {
      const now = nowOf(image);
      return (now && fingerprint(now)) === image.after;
    }),
  );
  const images = untouched.flat();
  for (const table of UNDO_TABLES) {
    await restoreTable(
      writer,
      table,
      images.filter((image) => image.table === table),
      nowOf,
    );
  }
  for (const { key } of images.filter(({ table }) => table === 'items')) {
    await settle(writer, key as ItemId);
  }
  return { undone: untouched.length, kept: groups.length - untouched.length };
}

async function presentRecords(writer: Writer, images: readonly Image[]): Promise<Map<Image, object>> {
  const present = new Map<Image, object>();
  for (const table of UNDO_TABLES) {
    const ofTable = images.filter((image) => image.table === table);
    const records = await writer.database.table<object, string>(table).bulkGet(ofTable.map(({ key }) => key));
    for (const [index, image] of ofTable.entries()) {
      const record = records[index];
      if (record) {
        present.set(image, record);
      }
    }
  }
  return present;
}

async function restoreTable(
  writer: Writer,
  table: PersonalTable,
  images: readonly Image[],
  nowOf: (image: Image) => object | undefined,
): Promise<void> {
  const put: object[] = [];
  const gone: string[] = [];
  for (const image of images) {
    const now = nowOf(image);
    const record = image.before ? renewed(image.before, writer) : now && tombstoneOf(table, now, writer);
    if (record) {
      put.push(record);
    } else {
      gone.push(image.key);
    }
  }
  await writer.restore(table, put);
  await writer.remove(table, gone);
}

function renewed(record: object, { stamp }: Writer): object {
  return 'updatedAt' in record ? { ...record, updatedAt: stamp } : record;
}

function tombstoneOf(table: PersonalTable, now: object, { stamp }: Writer): object | undefined {
  switch (table) {
    case 'items':
      return itemTombstone(now as Item, stamp);
    case 'ratings':
      return ratingTombstone(now as StoredRating, stamp);
    case 'preferences':
      return preferenceTombstone(now as StoredPreference, stamp);
    default:
      return undefined;
  }
}

/** What came to an item since and left no mark on it goes with it, and its rating keeps its kind. */
async function settle(writer: Writer, id: ItemId): Promise<void> {
  const item = await liveItem(writer.database, id);
  if (item) {
    await matchKind(writer, item);
    return;
  }
  const hasMore = await writer.database.versions.where('itemId').equals(id).count();
  if (hasMore > 0) {
    await writer.remove('versions', await writer.database.versions.where('itemId').equals(id).primaryKeys());
  }
}
