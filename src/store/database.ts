import { Dexie, type Table } from 'dexie';
import type { Identifier } from '../domain/identifier.ts';
import type { GrantId, ItemId, Origin, RecordId, RequestId, ThreadId } from '../domain/ids.ts';
import type { Disclosure } from '../domain/disclosure.ts';
import type { Decision, Grant, GrantChange } from '../domain/grant.ts';
import type { Item } from '../domain/item.ts';
import type { StoredPreference } from '../domain/preference.ts';
import type { RatingVersion, StoredRating } from '../domain/rating.ts';
import type { StoredIntention } from '../domain/intention.ts';
import type { SourceRecordId, StoredSourceRecord } from '../domain/source-record.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { ImageChunk, JournalEntry } from './journal-entry.ts';
import type {
  EntryId,
  OrderRow,
  ProposalRow,
  RequestVersion,
  StoredRequest,
  ThreadEntry,
  ThreadRow,
  WorkRow,
} from './request-rows.ts';
import type { IdentifierRow, ImportRecord, Merge, MetaRow, PairKey, RefusedJoin, SettingRow } from './rows.ts';
import { Opener } from './opener.ts';
import { SCHEMA_1 } from './migrations/0001-first-shape.ts';
import { SCHEMA_2 } from './migrations/0002-sources.ts';
import { SCHEMA_3 } from './migrations/0003-requests.ts';

/** The version this code writes. A database of a later one is left alone. */
export const DATABASE_VERSION = 3;

/** In-memory databases for tests take the place of the browser's. */
export interface DatabaseOptions {
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

/**
 * The person's data, and what passed between them and vendors. Index only what a query names: the queries stand
 * beside each index in the newest file of `migrations/`.
 *
 * Reads and writes go through `read()` and `write()`, which turn the browser's failures into ours.
 */
export class Database extends Dexie {
  declare readonly meta: Table<MetaRow, MetaRow['key']>;
  declare readonly items: Table<Item, ItemId>;
  declare readonly identifiers: Table<IdentifierRow, Identifier>;
  declare readonly ratings: Table<StoredRating, ItemId>;
  declare readonly versions: Table<RatingVersion, RecordId>;
  declare readonly merges: Table<Merge, RecordId>;
  declare readonly preferences: Table<StoredPreference, RecordId>;
  declare readonly vendors: Table<Vendor, Origin>;
  declare readonly grants: Table<Grant, GrantId>;
  declare readonly grantChanges: Table<GrantChange, RecordId>;
  declare readonly decisions: Table<Decision, RecordId>;
  /** Asks silenced in the last minutes: a page that asks in a loop must not fill the log. */
  declare readonly hushed: Table<Decision, RecordId>;
  declare readonly disclosures: Table<Disclosure, RecordId>;
  declare readonly journal: Table<JournalEntry, RecordId>;
  /** Images of an entry that are too many to stand in it. */
  declare readonly journalImages: Table<ImageChunk, [RecordId, number]>;
  /** What each source says of each thing, beside the one rating. */
  declare readonly sourceRecords: Table<StoredSourceRecord, SourceRecordId>;
  declare readonly intentions: Table<StoredIntention, RecordId>;
  /** Pairs of items that the person said are two. */
  declare readonly refusedJoins: Table<RefusedJoin, PairKey>;
  declare readonly imports: Table<ImportRecord, RecordId>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly requests: Table<StoredRequest, RequestId>;
  declare readonly requestVersions: Table<RequestVersion, string>;
  declare readonly threads: Table<ThreadRow, ThreadId>;
  /** Each thread's story, message by message. */
  declare readonly messages: Table<ThreadEntry, EntryId>;
  /** What is to be done now: sent, looked up, told to the person. Worked out from threads, and in no export. */
  declare readonly outbox: Table<WorkRow, string>;
  declare readonly orders: Table<OrderRow, string>;
  declare readonly proposals: Table<ProposalRow, string>;

  /** Where the database lives; `undefined` where there is no such thing. */
  readonly opener: Opener | undefined;

  constructor(name = 'sayso', options: DatabaseOptions = {}) {
    const opener = openerOver('indexedDB' in options ? options.indexedDB : globalThis.indexedDB);
    // Dexie's own cache shows writes before they are kept, and holds what a revoke should have taken away.
    super(name, { ...options, ...(opener && { indexedDB: opener }), cache: 'disabled' });
    this.opener = opener;
    this.version(1).stores(SCHEMA_1);
    this.version(2).stores(SCHEMA_2);
    this.version(3).stores(SCHEMA_3);
  }
}

/** There is none where the browser keeps no data, whatever its type says. */
function openerOver(factory: IDBFactory | undefined): Opener | undefined {
  return factory && new Opener(factory);
}
