import type { Stamp } from './clock.ts';
import type { Branded, ItemId } from './ids.ts';
import type { ItemFacts } from './item.ts';
import type { Moment } from './moment.ts';
import type { Aspect } from './rating.ts';
import type { Given } from './scale.ts';

/** The source and its own name of a thing: `letterboxd the shining (1980)`. One per source and thing. */
export type SourceRecordId = Branded<'SourceRecordId'>;

/** One time that something was seen, read, played, drunk, visited. */
export interface Use {
  /** Absent when the source does not say when. */
  readonly at?: Moment;
  readonly isRepeat?: true;
}

/** A judgement as one source has it. */
export interface SourceRating {
  readonly given: Given;
  /** As precise as the source told it; absent when it did not. */
  readonly at?: Moment;
}

/**
 * What a source says of a thing, whether the person rated it there or not. Seen is not rated: without `ratings` there is
 * no judgement here. All is verbatim but for blanks at the ends; the common scale is the {@link Rating}'s.
 */
export interface SourceContent {
  /** Every judgement, the present one last. Absent when it was not rated. */
  readonly ratings?: readonly SourceRating[];
  /** A review, as plain text. */
  readonly text?: string;
  /** Reviews before that one. */
  readonly earlierTexts?: readonly string[];
  readonly aspects?: readonly Aspect[];
  readonly tags?: readonly string[];
  /** What the person wrote for themselves alone. Never given to a vendor. */
  readonly note?: string;
  /** Earliest first; those of an unknown time at the beginning. */
  readonly uses?: readonly Use[];
  /** How often, where the source counts more than it lists. */
  readonly useCount?: number;
  /** Liked, without a mark. `at` may be unknown. */
  readonly liked?: { readonly at?: Moment };
  readonly owned?: { readonly at?: Moment; readonly count?: number };
  /** On a list of what to see, read or buy: it becomes an {@link Intention}. */
  readonly wanted?: { readonly at?: Moment; readonly note?: string };
  /** What the person said that no word above holds: the source's name of the field → its text. */
  readonly others?: Readonly<Record<string, string>>;
}

/** What a source says of one item: kept beside the rating, so that a later file of that source shows what changed. */
export interface SourceRecord {
  readonly id: SourceRecordId;
  readonly itemId: ItemId;
  /** {@link Rating.source} */
  readonly source: string;
  /** How the source itself describes the thing. */
  readonly facts: ItemFacts;
  /** All of it, whichever of the source's files said it. */
  readonly content: SourceContent;
  /** Which kind of file said it: of an importer, and of which list. Absent where several did, or nobody knows. */
  readonly from?: string;
  /** What each kind of file said, where several did: one of them may come again without the others. */
  readonly parts?: Readonly<Record<string, SourceContent>>;
  /**
   * How the files of a kind describe the thing, where several kinds came with several imports and not all know what `facts`
   * has of it. A kind that is not in it describes it as `facts` does; so do all of records of before December 2026.
   */
  readonly partFacts?: Readonly<Record<string, ItemFacts>>;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
}

/**
 * What is left when the person deletes a thing: enough to leave out the same words of the same source the next time,
 * nothing of what was said.
 */
export interface SourceTombstone {
  readonly id: SourceRecordId;
  readonly source: string;
  /** A print of what the source said. */
  readonly said: string;
  /** A print of what each kind of file said, where several did. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
  readonly deletedAt: Stamp;
}

export type StoredSourceRecord = SourceRecord | SourceTombstone;

export function isLiveSource(record: StoredSourceRecord | undefined): record is SourceRecord {
  return record !== undefined && !('deletedAt' in record);
}

/** @param thing - the source's own name of the thing */
export function sourceRecordId(source: string, thing: string): SourceRecordId {
  return `${source} ${thing}` as SourceRecordId;
}
