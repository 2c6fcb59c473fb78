import type { Table } from 'dexie';
import type { ItemId, RecordId } from '../domain/ids.ts';
import type { StoredIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type RatingVersion } from '../domain/rating.ts';
import { isLiveSource, type SourceRecordId, type StoredSourceRecord } from '../domain/source-record.ts';
import type { Database } from './database.ts';
import { itemsById } from './find-items.ts';
import { allByValue } from './ids-by-index.ts';
import { type KeyRange, type Lot, lotsOf } from './key-ranges.ts';
import { lumps } from './lumps.ts';
import type { OnRead } from './shelf-keeper.ts';
import { type Belongings, type UnratedSpine, unratedSpineOf } from './unrated-spine.ts';

/** So many keys come at once. */
const KEYS = 20_000;
/** To ask for a range costs about what so many records do that come in one go. */
const RECORDS_EACH = 16;

/**
 * The spines of all things that are the person's without a mark, in the order of their keys. Outside a transaction each
 * lot is of its own moment.
 *
 * Which they are is told by keys alone, a fiftieth of what reading costs; then they and all that belongs to them are read
 * by ranges of keys, or a table whole where these are too many. So it costs as much as there are things without a mark, at
 * most what reading everything once does; and it holds the records of no more than a lot, beside those of theirs in tables
 * that were read whole. Only the spines stay.
 *
 * @param onRead - how many of how many things without a mark are read
 */
export async function readUnrated(database: Database, onRead: OnRead = () => undefined): Promise<UnratedSpine[]> {
  const rated = new Set(await allByValue(database));
  const ids = await itemIds(database);
  const { lots, total } = lotsOf(ids, rated);
  onRead(0, total);
  const wanted: Wanted = {
    ids: new Set(ids.filter((id) => !rated.has(id))),
    ranges: lots.reduce((sum, lot) => sum + lot.ranges.length, 0),
  };
  const whole: Whole = {
    records: await wholeTable<StoredSourceRecord, SourceRecordId>(database.sourceRecords, wanted),
    intentions: await wholeTable<StoredIntention, RecordId>(database.intentions, wanted),
    versions: await wholeTable<RatingVersion, RecordId>(database.versions, wanted),
  };
  const spines: UnratedSpine[] = [];
  let read = 0;
  const next = (lot: Lot | undefined): Promise<readonly Read[]> | undefined =>
    lot && Promise.all(lot.ranges.map((range) => readRange(database, range, whole)));
  // The next lot is on its way while one is worked on.
  let coming = next(lots[0]);
  for (const [place, lot] of lots.entries()) {
    const found = await coming;
    coming = next(lots[place + 1]);
    for (const { items, records, intentions, versions } of found ?? []) {
      const unrated = items.filter(({ id, deletedAt }) => deletedAt === undefined && !rated.has(id));
      for (const spine of spinesOf(unrated, sorted(records, intentions, versions))) {
        spines.push(spine);
      }
    }
    read += lot.size;
    onRead(read, total);
  }
  return spines;
}

async function itemIds({ items }: Database): Promise<ItemId[]> {
  const ids: ItemId[] = [];
  for (let after = '' as ItemId; ; after = ids.at(-1) as ItemId) {
    const some = await items.where(':id').above(after).limit(KEYS).primaryKeys();
    for (const id of some) {
      ids.push(id);
    }
    if (some.length < KEYS) {
      return ids;
    }
  }
}

/** The spines of these items, where they are not rated; inside a transaction. */
export async function unratedAmong(database: Database, ids: readonly ItemId[]): Promise<UnratedSpine[]> {
  const ratings = await database.ratings.bulkGet([...ids]);
  const rated = new Set(ratings.filter(isLive).map(({ itemId }) => itemId));
  const unrated = ids.filter((id) => !rated.has(id));
  const items = [...(await itemsById(database, unrated)).values()];
  return spinesOf(items, await belongingsOf(database, unrated));
}

/** What makes each of these items the person's; inside a transaction. */
export async function belongingsOf(
  { sourceRecords, intentions, versions }: Database,
  ids: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, Belongings>> {
  return sorted(
    await sourceRecords.where('itemId').anyOf(ids).toArray(),
    await intentions.where('itemId').anyOf(ids).toArray(),
    await versions.where('itemId').anyOf(ids).toArray(),
  );
}

/** What was read of a range, rated or not. */
interface Read extends Belongings {
  readonly items: readonly Item[];
}

/** What is looked for: things without a mark, and in how many ranges they lie. */
interface Wanted {
  readonly ids: ReadonlySet<ItemId>;
  readonly ranges: number;
}

/** What tables have of what is looked for that were read whole; absent where ranges are read of them. */
type Whole = {
  readonly [Key in keyof Belongings]: ByItem<Belongings[Key][number]> | undefined;
};

type ByItem<Row> = ReadonlyMap<ItemId, readonly Row[]>;

async function readRange(database: Database, range: KeyRange, whole: Whole): Promise<Read> {
  const [items, records, intentions, versions] = await Promise.all([
    between(database.items, ':id', range),
    whole.records ? [] : between(database.sourceRecords, 'itemId', range),
    whole.intentions ? [] : between(database.intentions, 'itemId', range),
    whole.versions ? [] : between(database.versions, 'itemId', range),
  ]);
  const of = <Row>(rows: ByItem<Row> | undefined): readonly Row[] => items.flatMap(({ id }) => rows?.get(id) ?? []);
  return {
    items,
    records: [...records, ...of(whole.records)],
    intentions: [...intentions, ...of(whole.intentions)],
    versions: [...versions, ...of(whole.versions)],
  };
}

/**
 * What a table has of the things that are looked for, by a pass over all of it in the order of its own keys, where that
 * costs less than to ask it for each range: things without a mark that lie scattered among others lie in thousands.
 */
async function wholeTable<Row extends { readonly id: Key }, Key extends string>(
  table: Table<Row, Key>,
  { ids, ranges }: Wanted,
): Promise<ByItem<Row> | undefined> {
  if ((await table.count()) > ranges * RECORDS_EACH) {
    return undefined;
  }
  const found = new Map<ItemId, Row[]>();
  for await (const rows of lumps<Row, Key>(table, ({ id }) => id)) {
    for (const row of rows) {
      // What is deleted is of nothing.
      const itemId = 'itemId' in row ? (row.itemId as ItemId) : undefined;
      if (itemId !== undefined && ids.has(itemId)) {
        const own = found.get(itemId);
        if (own) {
          own.push(row);
        } else {
          found.set(itemId, [row]);
        }
      }
    }
  }
  return found;
}

/** What belongs to these items and to those between them. */
function between<Row, Key>(table: Table<Row, Key>, index: string, { first, last }: KeyRange): PromiseLike<Row[]> {
  return table.where(index).between(first, last, true, true).toArray();
}

function spinesOf(items: readonly Item[], belongings: ReadonlyMap<ItemId, Belongings>): UnratedSpine[] {
  return items.flatMap((item) => {
    const own = belongings.get(item.id);
    return (own && unratedSpineOf(item, own)) ?? [];
  });
}

function sorted(
  records: readonly StoredSourceRecord[],
  intentions: readonly StoredIntention[],
  versions: readonly RatingVersion[],
): Map<ItemId, Belongings> {
  const belongings = new Map<ItemId, { [Key in keyof Belongings]: Belongings[Key][number][] }>();
  const of = (id: ItemId) => {
    const own = belongings.get(id) ?? { records: [], intentions: [], versions: [] };
    belongings.set(id, own);
    return own;
  };
  for (const record of records.filter(isLiveSource)) {
    of(record.itemId).records.push(record);
  }
  for (const intention of intentions) {
    of(intention.itemId).intentions.push(intention);
  }
  for (const version of versions) {
    of(version.itemId).versions.push(version);
  }
  return belongings;
}
