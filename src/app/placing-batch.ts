import type { Stamp } from '../domain/clock.ts';
import type { Identifier } from '../domain/identifier.ts';
import { type ItemId, type RecordId, risingRecordIds } from '../domain/ids.ts';
import { isLiveIntention, type StoredIntention } from '../domain/intention.ts';
import type { Item, ItemFacts } from '../domain/item.ts';
import type { RatingVersion, StoredRating } from '../domain/rating.ts';
import { isLiveSource, type SourceRecordId, type StoredSourceRecord } from '../domain/source-record.ts';
import type { Database } from '../store/database.ts';
import { getMany } from '../store/get-many.ts';
import { itemsById, itemsByIdentifier } from '../store/find-items.ts';
import { joinItem } from '../store/join-item.ts';
import { cut, type Lump, writeLumps } from '../store/write-lumps.ts';
import type { RowOf, Writer } from '../store/writer.ts';
import type { GatheredThing } from '../transfer/gather.ts';

/** Where nothing is written, nothing is stamped. */
const NO_STAMP = '' as Stamp;

/** Records of one table, with which of them are new. */
class Pending<Key extends string, Row extends object> {
  readonly fresh = new Map<Key, Row>();
  readonly changed = new Map<Key, Row>();

  set(key: Key, row: Row, isFresh: boolean): void {
    if (isFresh || this.fresh.has(key)) {
      this.fresh.set(key, row);
    } else {
      this.changed.set(key, row);
    }
  }
}

export interface BatchOptions {
  readonly newId?: () => RecordId;
  /** When it came here: what has no date of its own gets that one. Now, when absent. */
  readonly atMs?: number;
  /** Of things that were here before: the items they were. */
  readonly homes?: ReadonlyMap<SourceRecordId, ItemId>;
  /**
   * Of things that are placed again: intentions that were made for them before. A deleted one of the same item is there again,
   * one of these first, rather than one more.
   */
  readonly wishes?: ReadonlySet<RecordId>;
}

/**
 * The part of the store that a number of things touch, in memory: what is there is read at once, and what becomes of it
 * written at once. Without a writer it is only seen what would become of it.
 */
export class PlacingBatch {
  readonly database: Database;
  readonly nowMs: number;
  readonly stamp: Stamp;
  /** Ids that rise from one batch of a change to the next. */
  readonly newId: () => RecordId;
  readonly #writer: Writer | undefined;
  readonly #homes: ReadonlyMap<SourceRecordId, ItemId>;
  readonly #wishes: ReadonlySet<RecordId> | undefined;
  readonly #tombs = new Set<ItemId>();
  readonly #items = new Map<ItemId, Item>();
  readonly #named = new Map<Identifier, ItemId>();
  readonly #ratings = new Map<ItemId, StoredRating>();
  readonly #records = new Map<SourceRecordId, StoredSourceRecord>();
  readonly #intentions = new Map<ItemId, StoredIntention[]>();
  #newItems = new Pending<ItemId, Item>();
  #newNames = new Map<Identifier, ItemId>();
  #newRatings = new Pending<ItemId, StoredRating>();
  #newRecords = new Pending<SourceRecordId, StoredSourceRecord>();
  #newIntentions = new Pending<RecordId, StoredIntention>();
  #newVersions: RatingVersion[] = [];
  #things: readonly GatheredThing[] = [];

  /** @param into - what is written with, or where it is only looked at */
  constructor(
    into: Writer | { readonly database: Database; readonly nowMs: number },
    { newId = risingRecordIds(into.nowMs), atMs = into.nowMs, homes = new Map(), wishes }: BatchOptions = {},
  ) {
    this.newId = newId;
    this.#homes = homes;
    this.#wishes = wishes;
    const writer = 'stamp' in into ? into : undefined;
    this.database = into.database;
    this.nowMs = atMs;
    this.stamp = writer?.stamp ?? NO_STAMP;
    this.#writer = writer;
  }

  /** Reads what these things touch. Inside a transaction over the tables of `PLACE_TABLES`. */
  async load(things: readonly GatheredThing[]): Promise<void> {
    this.#things = things;
    const { sourceRecords, ratings, intentions } = this.database;
    const records = await getMany(
      sourceRecords,
      things.flatMap(({ id, former }) => (former ? [id, ...former.keys()] : [id])),
    );
    const named = await itemsByIdentifier(
      this.database,
      things.flatMap(({ facts }) => facts.identifiers).filter((identifier) => !this.#named.has(identifier)),
    );
    const ofRecords = await itemsById(
      this.database,
      [...records.values()].filter(isLiveSource).map(({ itemId }) => itemId),
    );
    const homes = await this.#loadHomes(things);
    const items = new Map([...homes, ...ofRecords, ...[...named.values()].map((item) => [item.id, item] as const)]);
    for (const record of records.values()) {
      if (!this.#records.has(record.id)) {
        this.#records.set(record.id, record);
      }
    }
    for (const [identifier, { id }] of named) {
      this.#named.set(identifier, id);
    }
    const ids = [...items.keys()].filter((id) => !this.#items.has(id));
    for (const id of ids) {
      this.#items.set(id, items.get(id) as Item);
    }
    for (const [id, rating] of await getMany(ratings, [...ids, ...this.#tombs])) {
      this.#ratings.set(id, rating);
    }
    const wished = this.#wishes === undefined ? ids : [...ids, ...this.#tombs];
    for (const intention of await intentions.where('itemId').anyOf(wished).toArray()) {
      this.#intentions.set(intention.itemId, [...(this.#intentions.get(intention.itemId) ?? []), intention]);
    }
  }

  /** What things were before, as far as it is still there. */
  async #loadHomes(things: readonly GatheredThing[]): Promise<ReadonlyMap<ItemId, Item>> {
    const ids = [...new Set(things.flatMap(({ id }) => this.#homes.get(id) ?? []))];
    for (const item of await getMany(this.database.items, ids)) {
      const [id, { deletedAt }] = item;
      if (deletedAt !== undefined && !this.#items.has(id)) {
        this.#tombs.add(id);
      }
    }
    return itemsById(this.database, ids);
  }

  item(id: ItemId): Item | undefined {
    return this.#items.get(id);
  }

  /** The item that a thing was before, if it is there. */
  home(id: SourceRecordId): Item | undefined {
    const itemId = this.#homes.get(id);
    return itemId === undefined ? undefined : this.#items.get(itemId);
  }

  /** Under which id an item is made for a thing: its own of before, where nothing has taken that place. */
  freshItem(id: SourceRecordId): { readonly id: ItemId; readonly isFresh: boolean } {
    const itemId = this.#homes.get(id);
    return itemId !== undefined && this.#tombs.has(itemId) && !this.#items.has(itemId)
      ? { id: itemId, isFresh: false }
      : { id: this.newId(), isFresh: true };
  }

  /** Which item each of these identifiers names, where one does. */
  named(identifiers: readonly Identifier[]): Map<Identifier, Item> {
    return new Map(
      identifiers.flatMap((identifier): [Identifier, Item][] => {
        const id = this.#named.get(identifier);
        const item = id === undefined ? undefined : this.#items.get(id);
        return item ? [[identifier, item]] : [];
      }),
    );
  }

  rating(id: ItemId): StoredRating | undefined {
    return this.#ratings.get(id);
  }

  record(id: SourceRecordId): StoredSourceRecord | undefined {
    return this.#records.get(id);
  }

  isWanted(id: ItemId): boolean {
    return (this.#intentions.get(id) ?? []).some(isLiveIntention);
  }

  /** The deleted intention that is there again when the item is wanted again. */
  deadWish(id: ItemId): StoredIntention | undefined {
    const wishes = this.#wishes;
    const dead = wishes ? (this.#intentions.get(id) ?? []).filter((one) => !isLiveIntention(one)) : [];
    return dead.find((one) => wishes?.has(one.id)) ?? dead[0];
  }

  /** @param gained - identifiers that name it from now on */
  putItem(item: Item, gained: readonly Identifier[], isFresh: boolean): void {
    this.#items.set(item.id, item);
    this.#newItems.set(item.id, item, isFresh);
    for (const identifier of gained) {
      this.#named.set(identifier, item.id);
      this.#newNames.set(identifier, item.id);
    }
  }

  putRating(rating: StoredRating): void {
    this.#newRatings.set(rating.itemId, rating, !this.#ratings.has(rating.itemId));
    this.#ratings.set(rating.itemId, rating);
  }

  putRecord(record: StoredSourceRecord): void {
    this.#newRecords.set(record.id, record, !this.#records.has(record.id));
    this.#records.set(record.id, record);
  }

  putIntention(intention: StoredIntention, isFresh: boolean): void {
    this.#newIntentions.set(intention.id, intention, isFresh);
    this.#intentions.set(intention.itemId, [...(this.#intentions.get(intention.itemId) ?? []), intention]);
  }

  putVersion(version: RatingVersion): void {
    this.#newVersions.push(version);
  }

  /** Makes the items that these facts name one, as far as they can be. Where nothing is written, they stay as they are. */
  async join(facts: ItemFacts): Promise<void> {
    if (!this.#writer) {
      return;
    }
    await this.write();
    await joinItem(this.#writer, facts);
    for (const map of [this.#items, this.#named, this.#ratings, this.#records, this.#intentions]) {
      map.clear();
    }
    await this.load(this.#things);
  }

  /**
   * Writes what was put since the last time, table by table.
   *
   * @param onWritten - after each lump, with the share of them that is written, up to 1; may throw
   */
  async write(onWritten?: (share: number) => void): Promise<void> {
    const writer = this.#writer;
    if (!writer) {
      return;
    }
    const lumps = [
      ...lumpsOf('items', this.#newItems),
      ...cut('identifiers', 'addAll', rowsOf(this.#newNames)),
      ...lumpsOf('ratings', this.#newRatings),
      ...lumpsOf('sourceRecords', this.#newRecords),
      ...lumpsOf('intentions', this.#newIntentions),
      ...cut('versions', 'addAll', this.#newVersions),
    ];
    await writeLumps(writer, lumps, onWritten);
    this.#newItems = new Pending();
    this.#newNames = new Map();
    this.#newRatings = new Pending();
    this.#newRecords = new Pending();
    this.#newIntentions = new Pending();
    this.#newVersions = [];
  }
}

function lumpsOf<Name extends 'items' | 'ratings' | 'sourceRecords' | 'intentions'>(
  name: Name,
  { fresh, changed }: Pending<string, RowOf<Name>>,
): Lump[] {
  return [...cut(name, 'addAll', [...fresh.values()]), ...cut(name, 'putAll', [...changed.values()])];
}

function rowsOf(names: ReadonlyMap<Identifier, RecordId>): { key: Identifier; itemId: ItemId }[] {
  return [...names].map(([key, itemId]) => ({ key, itemId }));
}
