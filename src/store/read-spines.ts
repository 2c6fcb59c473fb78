import type { Table } from 'dexie';
import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive } from '../domain/rating.ts';
import type { Database } from './database.ts';
import { itemsById } from './find-items.ts';
import { lumps } from './lumps.ts';
import { type Spine, spineOf } from './spine.ts';

/**
 * Every live rating's spine, in the order of their keys: both tables in lumps, merged by key, which asks the browser
 * for a range where a look-up asks for each record. Outside a transaction each lump is of its own moment.
 */
export async function readSpines(database: Database): Promise<Spine[]> {
  const spines: Spine[] = [];
  const items = new Stream<Item>(database.items, ({ id }) => id);
  for await (const ratings of lumps(database.ratings, ({ itemId }) => itemId)) {
    for (const rating of ratings) {
      // Waits once in a lump, not for each.
      const item =
        items.find(rating.itemId) ?? (items.isPast(rating.itemId) ? undefined : await items.seek(rating.itemId));
      if (isLive(rating) && item && item.deletedAt === undefined) {
        spines.push(spineOf({ item, rating }));
      }
    }
  }
  return spines;
}

/** The spines of these items, where they are rated; inside a transaction. */
export async function spinesOf(database: Database, ids: readonly ItemId[]): Promise<Spine[]> {
  const ratings = await database.ratings.bulkGet([...ids]);
  const items = await itemsById(database, ids);
  return ratings.filter(isLive).flatMap((rating) => {
    const item = items.get(rating.itemId);
    return item ? [spineOf({ item, rating })] : [];
  });
}

/** Records looked for by ascending keys. */
class Stream<Row> {
  readonly #lumps: AsyncGenerator<Row[], undefined>;
  readonly #keyOf: (row: Row) => ItemId;
  #lump: Row[] = [];
  #at = 0;
  #isOver = false;

  constructor(table: Table<Row, ItemId>, keyOf: (row: Row) => ItemId) {
    this.#lumps = lumps(table, keyOf);
    this.#keyOf = keyOf;
  }

  /** The record of this key, if it is in the lump at hand. */
  find(key: ItemId): Row | undefined {
    while (this.#at < this.#lump.length) {
      const row = this.#lump[this.#at] as Row;
      if (this.#keyOf(row) >= key) {
        return this.#keyOf(row) === key ? row : undefined;
      }
      this.#at += 1;
    }
    return undefined;
  }

  /** Whether the lump at hand, or all of them, would have had this key. */
  isPast(key: ItemId): boolean {
    const row = this.#lump[this.#at];
    return this.#isOver || (row !== undefined && this.#keyOf(row) > key);
  }

  /** Goes on to the lump that may have this key. */
  async seek(key: ItemId): Promise<Row | undefined> {
    while (this.#at >= this.#lump.length && !this.#isOver) {
      const { value } = await this.#lumps.next();
      this.#lump = value ?? [];
      this.#at = 0;
      this.#isOver = value === undefined;
      const found = this.find(key);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }
}
