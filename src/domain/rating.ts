import type { Stamp } from './clock.ts';
import type { ItemId, RecordId } from './ids.ts';
import type { ItemKind } from './item.ts';
import type { Moment } from './moment.ts';
import type { Given } from './scale.ts';

/** A judgement of one side of a thing: 'sound', 4 of 5. */
export interface Aspect {
  readonly name: string;
  readonly given: Given;
}

/** What the person took off a rating here. Its source may say it still, and the next export must not. */
export interface WordsRemoved {
  readonly tags?: readonly string[];
  /** Prints of reviews, where none stands in their place. */
  readonly texts?: readonly string[];
}

/**
 * The person's present judgement of an item. One person, one item, one rating:
 * what they thought before is a {@link RatingVersion}.
 */
export interface Rating {
  /** The record's id is its item's: the pair is one to one, and a look-up by item is a look-up by key. */
  readonly itemId: ItemId;
  /** The item's kind, copied so that a vendor's `kinds` are an index. Changes with the item's. */
  readonly kind: ItemKind;
  /** The common scale, 1 to 100. */
  readonly value: number;
  readonly given: Given;
  readonly ratedAt: Moment;
  /** Nobody knows when it was given: `ratedAt` is when it came to Sayso, and goes to nobody. */
  readonly isUndated?: true;
  /** When the person last changed its mark or words here. What day it is of stays as it was; goes to nobody. */
  readonly editedAt?: Moment;
  readonly text?: string;
  readonly aspects?: readonly Aspect[];
  readonly tags?: readonly string[];
  /** Goes to nobody. */
  readonly removed?: WordsRemoved;
  /** Where it came from: `person`, or the id of an importer. */
  readonly source: string;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
}

/** What is left of a deleted rating: enough to tell another copy, nothing of what was said. */
export interface RatingTombstone {
  readonly itemId: ItemId;
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
  readonly deletedAt: Stamp;
}

export type StoredRating = Rating | RatingTombstone;

/** An earlier judgement of the same item. */
export interface RatingVersion {
  readonly id: RecordId;
  readonly itemId: ItemId;
  readonly rating: Rating;
  /** When it stopped being the present one. */
  readonly replacedAt: Stamp;
}

export function isLive(rating: StoredRating | undefined): rating is Rating {
  return rating !== undefined && !('deletedAt' in rating);
}

/**
 * When the person last spoke: gave the judgement, or changed it here. By this the newer of two wins.
 *
 * @returns `undefined` when nobody knows
 */
export function lastSaidAt({
  ratedAt,
  isUndated,
  editedAt,
}: Pick<Rating, 'ratedAt' | 'isUndated' | 'editedAt'>): Moment | undefined {
  const given = isUndated === true ? undefined : ratedAt;
  return given === undefined || (editedAt !== undefined && editedAt > given) ? editedAt : given;
}
