/** Records that only the store knows: what joins items, counts them, and keeps the clock. */
import type { Stamp } from '../domain/clock.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { Branded, ItemId, RecordId } from '../domain/ids.ts';
import type { Item, ItemKind } from '../domain/item.ts';
import type { RatingVersion, StoredRating } from '../domain/rating.ts';
import type { SourceRecordId } from '../domain/source-record.ts';

/** identifier → item. Always the same as the items' own lists, so that a look-up is by primary key. */
export interface IdentifierRow {
  readonly key: Identifier;
  readonly itemId: ItemId;
}

/** Two items that turned out to be one, with everything needed to take them apart again. */
export interface Merge {
  readonly id: RecordId;
  /** The younger item, which is gone. */
  readonly from: ItemId;
  /** The older one, which gained what the other had. */
  readonly into: ItemId;
  readonly at: Stamp;
  /** The item that is gone, as it was. */
  readonly item: Item;
  /** The facts that the older item lacked and took over: names of fields. */
  readonly filled: readonly string[];
  /** The rating of the one that is gone, as it was. */
  readonly rating?: StoredRating;
  /** The rating of the older one, as it was. */
  readonly intoRating?: StoredRating;
  /** Where the judgement that did not stay is kept as an earlier one of the older item. */
  readonly keptAs?: RecordId;
  /** Earlier judgements that moved to the older item. */
  readonly moved: readonly RatingVersion['id'][];
  /** What sources say of it, and intentions, that moved to the older item. Absent in joins of the first shape. */
  readonly movedSources?: readonly SourceRecordId[];
  readonly movedIntentions?: readonly RecordId[];
  /** When they were taken apart again. */
  readonly splitAt?: Stamp;
}

/** The clock of this copy. Its stamp changes with every write but disclosures: it is the store's revision. */
export interface ClockRow {
  readonly key: 'clock';
  readonly stamp: Stamp;
  /** This copy's own name. */
  readonly node: string;
}

/** How many live ratings there are, in all and by what the dashboard can filter by. Kept by every write. */
export interface TallyRow extends Tally {
  readonly key: 'tally';
  /** When a rating, an item, what a source says or an intention last changed: what was learned from them then still holds. */
  readonly changedAt: Stamp;
}

export interface Tally {
  readonly total: number;
  readonly kinds: Readonly<Partial<Record<ItemKind, number>>>;
  readonly tags: Readonly<Record<string, number>>;
  readonly sources: Readonly<Record<string, number>>;
  /**
   * Of the ratings whose date nobody knows, how many came here at each moment: an index has them among those that were
   * given then. Absent in counts of before November 2026, until the next write.
   */
  readonly undated?: Readonly<Record<string, number>>;
}

/** Random bytes that never leave this copy: they seal cursors and spread refusals in time. */
export interface SecretRow {
  readonly key: 'secret';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What `rank` learned from the ratings as they stood at one time, for one scope. */
export interface TasteRow {
  readonly key: 'taste';
  /** {@link TallyRow.changedAt} */
  readonly changedAt: string;
  readonly scopeKey: string;
  readonly taste: unknown;
}

/** A part of what lists of things without a mark are made of, as it stood at one time: keys tell which part. */
export interface UnratedRow {
  readonly key: `unrated ${number}`;
  /** {@link TallyRow.changedAt} */
  readonly changedAt: string;
  /** How many parts there are. */
  readonly parts: number;
  /** Of its shape: another version of Sayso may make it otherwise. */
  readonly shape: number;
  /** As JSON, which is read faster than records. */
  readonly spines: string;
}

export type MetaRow = ClockRow | TallyRow | SecretRow | TasteRow | UnratedRow;

/** Two items' ids, the smaller first, with a blank between. */
export type PairKey = Branded<'PairKey'>;

/** The person said that two items are not one: they are not suggested again. */
export interface RefusedJoin {
  readonly key: PairKey;
  readonly updatedAt: Stamp;
}

/** One import, as the person remembers it. */
export interface ImportRecord {
  readonly id: RecordId;
  readonly atMs: number;
  /** The entry by which it is undone. */
  readonly journalId: RecordId;
  readonly sources: readonly string[];
  readonly files: readonly string[];
  readonly counts: ImportCounts;
  /** The first rows of which nothing was taken. Absent for none, and in imports of before November 2026. */
  readonly unread?: readonly UnreadRow[];
  /**
   * Of one that came with a backup: it was undone when that was made. Of one that was made here the journal tells, and this
   * once that has forgotten it. Absent in backups, and of imports that were forgotten, before December 2026.
   */
  readonly isUndone?: true;
}

/** Where a row stood of which nothing was taken, and why; not what stood there. */
export interface UnreadRow {
  /** Which of the import's files. */
  readonly file: number;
  /** From 1. */
  readonly line: number;
  /** The importers' word for it. */
  readonly reason: string;
  readonly column?: string;
}

/** Things, not rows: of one film rated and put in a diary four times there is one. */
export interface ImportCounts {
  /** Rows read, in all files. */
  readonly rows: number;
  /** Rows left out, each with a reason. */
  readonly skipped: number;
  readonly ratings: number;
  readonly reviews: number;
  readonly intentions: number;
  readonly likes: number;
  readonly owned: number;
  readonly seen: number;
  /** Things not known before, changed, joined to items known before it, the same as before. */
  readonly added: number;
  readonly changed: number;
  readonly joined: number;
  readonly same: number;
}

/** A choice of the person about Sayso itself. Each key has its own type where it is used. */
export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}
