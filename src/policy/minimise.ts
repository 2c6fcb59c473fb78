import type { RatingField } from '../domain/ask.ts';
import type { GivenNeed } from '../domain/grant.ts';
import type { Item } from '../domain/item.ts';
import type { Preference } from '../domain/preference.ts';
import type { Rating } from '../domain/rating.ts';
import { LAST, momentBound } from './moment-bound.ts';

export interface RatedItem {
  readonly item: Item;
  readonly rating: Rating;
}

/** A rating as far as it may go. */
export interface MinimalRating extends RatedItem {
  /** Only these go beyond item and mark. Text, tags and aspects that are not among them are gone from `rating`. */
  readonly fields: readonly RatingField[];
  /** The needs that cover it, by their position. */
  readonly coveredBy: readonly number[];
}

export interface MinimalPreference {
  readonly preference: Preference;
  readonly coveredBy: readonly number[];
}

/**
 * The ratings that may go under these needs, and what of each. The prompt's preview and every read come from here.
 *
 * A rating goes if at least one need covers it, with the fields of those needs that cover it and of no other.
 * Needs for `rank` alone and for other collections cover nothing here.
 */
export function minimiseRatings(records: readonly RatedItem[], needs: readonly GivenNeed[]): MinimalRating[] {
  const covers = needs.map(ratingCover);
  return records.flatMap(({ item, rating }) => {
    const coveredBy = [...covers.keys()].filter((index) => covers[index]?.(rating) ?? false);
    if (coveredBy.length === 0) {
      return [];
    }
    const fields = [...new Set(coveredBy.flatMap((index) => needs[index]?.fields ?? []))];
    return [{ item, rating: withFields(rating, fields), fields, coveredBy }];
  });
}

/** As {@link minimiseRatings} for preferences. Private ones never go. */
export function minimisePreferences(
  preferences: readonly Preference[],
  needs: readonly GivenNeed[],
): MinimalPreference[] {
  return preferences.flatMap((preference) => {
    const coveredBy = [...needs.entries()]
      .filter(([, need]) => coversPreference(need, preference))
      .map(([index]) => index);
    return coveredBy.length === 0 ? [] : [{ preference, coveredBy }];
  });
}

/** A test for one need, made once for many ratings. What can't be understood covers nothing. */
function ratingCover({ collection, kinds, filter, without, derive }: GivenNeed): (rating: Rating) => boolean {
  const since = filter?.since === undefined ? '' : momentBound(filter.since);
  const until = filter?.until === undefined ? LAST : momentBound(filter.until);
  if (collection !== 'ratings' || derive !== undefined || since === undefined || until === undefined) {
    return () => false;
  }
  const keptBack = new Set<string>(without);
  const min = filter?.min ?? Number.NEGATIVE_INFINITY;
  const max = filter?.max ?? Number.POSITIVE_INFINITY;
  return ({ itemId, kind, ratedAt, value }) =>
    (kinds === undefined || kinds.includes(kind)) &&
    ratedAt >= since &&
    ratedAt < until &&
    value >= min &&
    value <= max &&
    !keptBack.has(itemId);
}

/** Dates and marks mean nothing to a preference, so a need that names any covers none rather than all. */
function coversPreference(
  { collection, keys, kinds, filter, without, derive }: GivenNeed,
  { id, key, kinds: itsKinds, isPrivate }: Preference,
): boolean {
  return (
    collection === 'preferences' &&
    derive === undefined &&
    !isPrivate &&
    Object.keys(filter ?? {}).length === 0 &&
    (keys === undefined || keys.includes(key)) &&
    (kinds === undefined || kinds.some((kind) => itsKinds?.includes(kind) ?? true)) &&
    !(without ?? []).includes(id)
  );
}

function withFields(rating: Rating, fields: readonly RatingField[]): Rating {
  const { text, tags, aspects, editedAt: _editedAt, removed: _removed, ...rest } = rating;
  return {
    ...rest,
    ...(text !== undefined && fields.includes('reviewBody') && { text }),
    ...(tags !== undefined && fields.includes('keywords') && { tags }),
    ...(aspects !== undefined && fields.includes('reviewAspect') && { aspects }),
  };
}
