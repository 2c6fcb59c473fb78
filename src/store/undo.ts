import type { Stamp } from '../domain/clock.ts';
import type { ItemId } from '../domain/ids.ts';
import type { StoredIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import type { StoredPreference } from '../domain/preference.ts';
import type { RatingVersion, StoredRating } from '../domain/rating.ts';
import { itemsById } from './find-items.ts';
import { fingerprint } from './fingerprint.ts';
import { itemsGrownSince, ofItems } from './items-grown.ts';
import { getMany } from './get-many.ts';
import { groupImages } from './group-images.ts';
import { chunkOf } from './journal.ts';
import type { Image, JournalEntry } from './journal-entry.ts';
import { matchKind } from './match-kind.ts';
import type { TableName } from './table-name.ts';
import { intentionTombstone, itemTombstone, preferenceTombstone, ratingTombstone } from './tombstones.ts';
import { withHomes } from './with-homes.ts';
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
  'imports',
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
  const { database } = writer;
  const items = new Set<ItemId>();
  const sum = await undoImages(writer, entry.images, entry.stamp, items);
  for (let index = (entry.chunks ?? 0) - 1; index >= 0; index -= 1) {
    await writer.spill();
    const { undone, kept } = await undoImages(writer, await chunkOf(database, entry, index), entry.stamp, items);
    sum.undone += undone;
    sum.kept += kept;
  }
  // Once, at the end: looking for what is left of things among what was just deleted is slow.
  await settle(writer, [...items]);
  return sum;
}

async function undoImages(
  writer: Writer,
  all: readonly Image[],
  since: Stamp,
  items: Set<ItemId>,
): Promise<{ undone: number; kept: number }> {
  const present = await presentRecords(writer, all);
  const nowOf = (image: Image): object | undefined => present.get(image);
  const groups = groupImages(all, nowOf);
  const unchanged = groups.filter((images) =>
    images.every((image) => {
      const now = nowOf(image);
      return (now && fingerprint(now)) === image.after;
    }),
  );
  const grown = await itemsGrownSince(writer.database, unchanged.flat(), since);
  const untouched = await withHomes(
    writer.database,
    unchanged.filter((images) => !images.some(({ table, key }) => table === 'items' && grown.has(key))),
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
  for (const image of images) {
    for (const id of itemsOf(image)) {
      items.add(id);
    }
  }
  return { undone: untouched.length, kept: groups.length - untouched.length };
}

/** The items whose rating or history an image may have put out of step with them. */
function itemsOf({ table, key, before }: Image): ItemId[] {
  switch (table) {
    case 'items':
    case 'ratings':
      return [key as ItemId];
    case 'versions':
      return before === undefined ? [] : [(before as RatingVersion).itemId];
    default:
      return [];
  }
}

async function presentRecords(writer: Writer, images: readonly Image[]): Promise<Map<Image, object>> {
  const present = new Map<Image, object>();
  for (const table of UNDO_TABLES) {
    const ofTable = images.filter((image) => image.table === table);
    const records = await getMany(
      writer.database.table<object, string>(table),
      ofTable.map(({ key }) => key),
    );
    for (const image of ofTable) {
      const record = records.get(image.key);
      writer.knows(table, image.key, record);
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
    case 'intentions':
      return intentionTombstone(now as StoredIntention, stamp);
    default:
      return undefined;
  }
}

/** History that came to items since goes with them, and their ratings keep their kind. */
async function settle(writer: Writer, ids: readonly ItemId[]): Promise<void> {
  const { database } = writer;
  const items = await itemsById(database, ids);
  for (const item of items.values()) {
    await matchKind(writer, item);
  }
  const gone = new Set(ids.filter((id) => !items.has(id)));
  const rows = await ofItems(database, 'versions', [...gone]);
  await writer.remove(
    'versions',
    rows.flatMap(({ id, itemId }) => (gone.has(itemId) ? [id] : [])),
  );
}
