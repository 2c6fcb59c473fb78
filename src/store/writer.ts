import type { Table } from 'dexie';
import type { Stamp } from '../domain/clock.ts';
import type { RecordId } from '../domain/ids.ts';
import type { StoredRating } from '../domain/rating.ts';
import type { Database } from './database.ts';
import { deleteMany } from './delete-many.ts';
import { fingerprint } from './fingerprint.ts';
import type { Image } from './journal-entry.ts';
import type { Tally } from './rows.ts';
import { countUndated } from './count-undated.ts';
import { TallyCounter } from './tally.ts';
import { tallyOf } from './tally-of.ts';

/** Tables of the person's own records: what changes in them can be undone. */
export type PersonalTable =
  | 'items'
  | 'identifiers'
  | 'ratings'
  | 'versions'
  | 'merges'
  | 'preferences'
  | 'sourceRecords'
  | 'intentions'
  | 'refusedJoins'
  | 'imports'
  | 'settings'
  | 'requests'
  | 'requestVersions'
  | 'threads'
  | 'messages'
  | 'orders'
  | 'proposals'
  | 'vendors'
  | 'grants'
  | 'grantChanges'
  | 'decisions'
  | 'disclosures';

/** What passed between the person and vendors: only ever added to, but when a vendor is forgotten. */
export type LogTable = 'grants' | 'grantChanges' | 'decisions' | 'disclosures';

/** What else a change may overwrite. */
export type RecordTable = Exclude<PersonalTable, LogTable>;

export type RowOf<Name extends PersonalTable> =
  Database[Name] extends Table<infer Row, infer _Key> ? Row & object : never;

/** What is learned from these, at one revision of ratings, holds until one of them changes. */
const TALLIED: readonly PersonalTable[] = ['ratings', 'items', 'sourceRecords', 'intentions'];

interface Touched {
  readonly table: PersonalTable;
  readonly key: string;
  readonly before: object | undefined;
  /** {@link fingerprint} of what was there, where it is known. */
  readonly printBefore?: string;
  now: object | undefined;
  /** {@link fingerprint} of what is there now, where it is known. */
  print?: string;
}

/**
 * One change while it is made: remembers what each record was, for the journal, and keeps the counts of ratings.
 * Made by `write()`; awaits nothing but the database.
 */
export class Writer {
  readonly database: Database;
  /** Of everything this change writes. */
  readonly stamp: Stamp;
  readonly nowMs: number;
  /** The entry that will tell of this change, if any does. */
  readonly journalId: RecordId;
  readonly #touched = new Map<string, Touched>();
  /** Begun once, before the first rating is written. */
  #counter: Promise<TallyCounter> | undefined;
  #chunks = 0;
  #spilledThings = 0;

  constructor(database: Database, { stamp, nowMs, journalId }: Pick<Writer, 'stamp' | 'nowMs' | 'journalId'>) {
    this.database = database;
    this.stamp = stamp;
    this.nowMs = nowMs;
    this.journalId = journalId;
  }

  /** Writes a record, new or in place of the one with its key. */
  async put<Name extends RecordTable>(name: Name, record: RowOf<Name>): Promise<void> {
    await this.putAll(name, [record]);
  }

  async putAll<Name extends RecordTable>(name: Name, records: readonly RowOf<Name>[]): Promise<void> {
    await this.#change(
      name,
      records.map((record) => [this.#keyOf(name, record), record]),
    );
  }

  /** Adds records under keys that no record can have: fresh ids. Saves the look at what was there. */
  async addAll<Name extends RecordTable>(name: Name, records: readonly RowOf<Name>[]): Promise<void> {
    const counter = name === 'ratings' ? await this.#counted() : undefined;
    const adding = this.database.table<object, string>(name).bulkAdd([...records]);
    // While the browser writes them, what the journal needs of them is worked out.
    for (const record of records) {
      const key = this.#keyOf(name, record);
      this.#touched.set(imageKey(name, key), {
        table: name,
        key,
        before: undefined,
        now: record,
        print: fingerprint(record),
      });
      counter?.replace(undefined, record as StoredRating);
    }
    await adding;
  }

  async remove(name: PersonalTable, keys: readonly string[]): Promise<void> {
    await this.#change(
      name,
      keys.map((key) => [key, undefined]),
    );
  }

  /** Puts records back as they once were: for an undo, which alone may write into a log what was there before. */
  async restore(name: PersonalTable, records: readonly object[]): Promise<void> {
    await this.#change(
      name,
      records.map((record) => [this.#keyOf(name, record), record]),
    );
  }

  /**
   * What was just read need not be looked up again before it is overwritten.
   *
   * @param print - its fingerprint, where it has been made
   */
  knows(name: PersonalTable, key: string, record: object | undefined, print?: string): void {
    const image = imageKey(name, key);
    if (!this.#touched.has(image)) {
      const printed = print === undefined ? undefined : { printBefore: print, print };
      this.#touched.set(image, { table: name, key, before: record, now: record, ...printed });
    }
  }

  /** Adds to a log. Never undone, never changed. */
  async append<Name extends LogTable>(name: Name, record: RowOf<Name>): Promise<void> {
    await this.database.table<object, string>(name).add(record);
  }

  /** A choice about a site: kept out of the journal, since an undo could not undo what the browser did for it. */
  async choose(vendor: RowOf<'vendors'>): Promise<void> {
    await this.database.vendors.put(vendor);
  }

  /**
   * Puts what was done so far aside in the journal, so that memory holds no more than a part of a large change. What is
   * done to the same records later is remembered once more: an undo goes backwards through the parts.
   *
   * @param takenFor - the entry, undone before, that this part is of
   */
  async spill(takenFor?: RecordId): Promise<void> {
    const images = this.images();
    if (images.length > 0) {
      await this.database.journalImages.add({
        entryId: this.journalId,
        index: this.#chunks,
        images,
        ...(takenFor !== undefined && { takenFor }),
      });
      this.#chunks += 1;
      this.#spilledThings += takenFor === undefined ? thingsIn(images) : 0;
    }
    this.#touched.clear();
  }

  /** How many parts {@link spill} has put aside. */
  get chunks(): number {
    return this.#chunks;
  }

  /** How many things the person would say were changed: an item and its rating are one. */
  get thingCount(): number {
    return this.#spilledThings + thingsIn(this.images());
  }

  /** What this change did since the last {@link spill}, record by record. */
  images(): Image[] {
    return [...this.#touched.values()].flatMap(({ table, key, before, printBefore, now, print }) => {
      const was = printBefore ?? (before && fingerprint(before));
      const after = print ?? (now && fingerprint(now));
      return was === after ? [] : [{ table, key, before, after }];
    });
  }

  /** The counts of ratings after this change, if it touched ratings, items, what sources say of them or what is meant to be done with them. */
  async tally(): Promise<Tally | undefined> {
    const isTouched = [...this.#touched.values()].some(({ table }) => TALLIED.includes(table));
    return isTouched || this.#chunks > 0
      ? ((await this.#counter)?.tally() ?? (await tallyOf(this.database)))
      : undefined;
  }

  async #change(name: PersonalTable, changes: readonly (readonly [string, object | undefined])[]): Promise<void> {
    const table = this.database.table<object, string>(name);
    const counter = name === 'ratings' ? await this.#counted() : undefined;
    await this.#remember(table, name, changes);
    for (const [key, record] of changes) {
      const touched = this.#touched.get(imageKey(name, key)) as Touched;
      counter?.replace(touched.now as StoredRating | undefined, record as StoredRating | undefined);
      touched.now = record;
      delete touched.print;
    }
    const gone = changes.filter(([, record]) => record === undefined).map(([key]) => key);
    const kept = changes.map(([, record]) => record).filter((record) => record !== undefined);
    if (gone.length > 0) {
      await deleteMany(table, gone);
    }
    if (kept.length > 0) {
      await table.bulkPut(kept);
    }
  }

  async #remember(
    table: Table<object, string>,
    name: PersonalTable,
    changes: readonly (readonly [string, unknown])[],
  ): Promise<void> {
    const keys = [...new Set(changes.map(([key]) => key))].filter((key) => !this.#touched.has(imageKey(name, key)));
    const [first] = keys;
    const before = keys.length === 1 && first !== undefined ? [await table.get(first)] : await table.bulkGet(keys);
    for (const [index, key] of keys.entries()) {
      this.#touched.set(imageKey(name, key), { table: name, key, before: before[index], now: before[index] });
    }
  }

  #counted(): Promise<TallyCounter> {
    this.#counter ??= this.#storedCounter();
    return this.#counter;
  }

  async #storedCounter(): Promise<TallyCounter> {
    const tally = await tallyOf(this.database);
    return new TallyCounter(tally.undated ? tally : { ...tally, undated: await countUndated(this.database) });
  }

  #keyOf(name: PersonalTable, record: object): string {
    const path = this.database.table(name).schema.primKey.keyPath as string;
    return (record as Record<string, string>)[path] ?? '';
  }
}

function imageKey(table: PersonalTable, key: string): string {
  return `${table} ${key}`;
}

function thingsIn(images: readonly Image[]): number {
  const tables = ['ratings', 'items', 'preferences', 'vendors', 'requests', 'proposals'];
  return new Set(images.filter(({ table }) => tables.includes(table)).map(({ key }) => key)).size;
}
