import type { Stamp } from '../domain/clock.ts';
import type { ItemId } from '../domain/ids.ts';
import type { StoredIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import type { StoredPreference } from '../domain/preference.ts';
import type { RatingVersion, StoredRating } from '../domain/rating.ts';
import { isLiveSource, type StoredSourceRecord } from '../domain/source-record.ts';
import { earlierFingerprint, fingerprint } from './fingerprint.ts';
import { getMany } from './get-many.ts';
import { groupImages } from './group-images.ts';
import { itemsGrownSince } from './items-grown.ts';
import type { Image } from './journal-entry.ts';
import { OWN_TABLES, REQUEST_TABLES } from './own-tables.ts';
import type { SaidToo } from './said-too.ts';
import type { TableName } from './table-name.ts';
import type { StoredRequest } from './request-rows.ts';
import {
  intentionTombstone,
  itemTombstone,
  preferenceTombstone,
  ratingTombstone,
  requestTombstone,
} from './tombstones.ts';
import { withHomes } from './with-homes.ts';
import type { PersonalTable, Writer } from './writer.ts';

/** The tables that an undo may touch, whatever it undoes. */
export const UNDO_TABLES = [
  ...OWN_TABLES,
  ...REQUEST_TABLES,
  'vendors',
  'grants',
  'grantChanges',
  'decisions',
  'disclosures',
] as const satisfies TableName[];

export interface UndoOptions {
  readonly since: Stamp;
  readonly items: Set<ItemId>;
  readonly saidToo: SaidToo;
  /** Records that another change knows as they are: they stay. By {@link nameOfImage}. */
  readonly known?: ReadonlySet<string>;
  /** Writes nothing. */
  readonly isTrial?: boolean;
}

/** A thing that has changed since. */
export interface KeptThing {
  readonly images: readonly Image[];
  /** When what stands in the way was written, as far as records tell. */
  readonly changedAt: readonly Stamp[];
  /** Nothing has changed it; a later import says the same. */
  readonly isOnlySaid: boolean;
  /** It stands there already as it would be put back. */
  readonly isBack: boolean;
}

/**
 * Puts back what these images tell of, thing by thing, wherever nothing has changed that thing since, and no later import
 * says the same of it.
 *
 * @param since - when the change was made
 * @param items - gains the items whose rating or history may be out of step with them now
 */
export async function undoImages(
  writer: Writer,
  all: readonly Image[],
  { since, items, saidToo, known, isTrial = false }: UndoOptions,
): Promise<{ undone: number; kept: readonly KeptThing[] }> {
  const present = await presentRecords(writer, all);
  const nowOf = (image: Image): object | undefined => present.get(image)?.record;
  const groups = groupImages(all, nowOf);
  const isAsLeft = (image: Image): boolean => {
    const now = nowOf(image);
    if (present.get(image)?.print === image.after) {
      return true;
    }
    // What is left of something that came and went since is nothing.
    const isGone = now !== undefined && 'deletedAt' in now;
    return isGone && (image.after === undefined || image.after === earlierFingerprint(now));
  };
  const said = all.some(isOfSource) ? await saidToo.since(since) : new Map<string, Stamp>();
  const heldAt = (image: Image): Stamp | undefined =>
    isOfSource(image) && saysOther(image, nowOf(image)) ? said.get(image.key) : undefined;
  const isFree = (image: Image): boolean =>
    isAsLeft(image) && heldAt(image) === undefined && known?.has(nameOfImage(image)) !== true;
  const unchanged = groups.filter((images) => images.every(isFree));
  const grown = await itemsGrownSince(writer.database, unchanged.flat(), since);
  const untouched = await withHomes(
    writer.database,
    unchanged.filter((images) => !images.some(({ table, key }) => table === 'items' && grown.has(key))),
  );
  const images = isTrial ? [] : untouched.flat();
  const byTable = ofTables(images);
  // All at once: the browser is not to wait for us between two tables.
  await Promise.all(UNDO_TABLES.map((table) => restoreTable(writer, table, byTable.get(table) ?? [], nowOf)));
  for (const image of images) {
    for (const id of itemsOf(image)) {
      items.add(id);
    }
  }
  const done = new Set(untouched);
  const kept = groups
    .filter((group) => !done.has(group))
    .map((group) => ({
      images: group,
      isBack: group.every((image) => isAsBefore(image, nowOf(image))),
      isOnlySaid: group.every((image) => isAsLeft(image) && !(image.table === 'items' && grown.has(image.key))),
      changedAt: group.flatMap((image) => [
        ...(isAsLeft(image) ? [heldAt(image) ?? []].flat() : writtenAt(nowOf(image))),
        ...(image.table === 'items' ? (grown.get(image.key) ?? []) : []),
      ]),
    }));
  return { undone: untouched.length, kept };
}

export function nameOfImage({ table, key }: Image): string {
  return `${table} ${key}`;
}

function isAsBefore({ before }: Image, now: object | undefined): boolean {
  const isGone = now === undefined || 'deletedAt' in now;
  return before ? now !== undefined && fingerprint(now) === fingerprint(before) : isGone;
}

function isOfSource({ table }: Image): boolean {
  return table === 'sourceRecords';
}

/** Whether a source would say something else again, or nothing. That a record belongs to another item says nothing else. */
function saysOther({ before }: Image, now: object | undefined): boolean {
  const [then, present] = [before, now] as (StoredSourceRecord | undefined)[];
  return isLiveSource(present) && !(isLiveSource(then) && fingerprint(then.content) === fingerprint(present.content));
}

function writtenAt(record: object | undefined): Stamp[] {
  return record && 'updatedAt' in record ? [record.updatedAt as Stamp] : [];
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

function ofTables(images: readonly Image[]): ReadonlyMap<TableName, Image[]> {
  const byTable = new Map<TableName, Image[]>();
  for (const image of images) {
    const ofTable = byTable.get(image.table);
    if (ofTable) {
      ofTable.push(image);
    } else {
      byTable.set(image.table, [image]);
    }
  }
  return byTable;
}

interface Present {
  readonly record: object;
  /** Made once: it is asked for again and again, and the journal has it too. */
  readonly print: string;
}

async function presentRecords(writer: Writer, images: readonly Image[]): Promise<Map<Image, Present>> {
  const present = new Map<Image, Present>();
  const byTable = ofTables(images);
  for (const table of UNDO_TABLES) {
    const ofTable = byTable.get(table) ?? [];
    const records = await getMany(
      writer.database.table<object, string>(table),
      ofTable.map(({ key }) => key),
    );
    for (const image of ofTable) {
      const record = records.get(image.key);
      const print = record && fingerprint(record);
      writer.knows(table, image.key, record, print);
      if (record && print !== undefined) {
        present.set(image, { record, print });
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
    case 'requests':
      return requestTombstone(now as StoredRequest, stamp);
    default:
      return undefined;
  }
}
