import type { Identifier } from '../domain/identifier.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating, type RatingVersion } from '../domain/rating.ts';
import { itemsByIdentifier } from '../store/find-items.ts';
import { matchItems } from '../store/match-items.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

export interface KnownItem {
  readonly item: Item;
  readonly rating?: Rating;
  /** How many other marks were given before, in a row: a note or tag that changed makes none. */
  readonly earlierMarks: number;
}

/**
 * What the person thinks of things met on a page, each named by its identifiers.
 *
 * @returns in the order of `things`; `undefined` for what is not known
 */
export function lookUpRatings(
  { database }: AppContext,
  { things }: { readonly things: readonly (readonly Identifier[])[] },
): Promise<(KnownItem | undefined)[]> {
  return read(database, ['identifiers', 'items', 'ratings', 'versions'], async () => {
    const known = await itemsByIdentifier(database, things.flat());
    const items = things.map((identifiers) => matchItems(identifiers, known)[0]);
    const ids = [...new Set(items.flatMap((item) => item?.id ?? []))];
    const ratings = await database.ratings.bulkGet(ids);
    const rated = new Map(ratings.filter(isLive).map((rating) => [rating.itemId, rating]));
    const counts = new Map(
      await Promise.all(
        [...rated].map(async ([id, rating]) => {
          const versions = await database.versions.where('itemId').equals(id).toArray();
          return [id, countEarlierMarks(rating, versions)] as const;
        }),
      ),
    );
    return items.map((item) => {
      const rating = item && rated.get(item.id);
      return item && { item, ...(rating && { rating }), earlierMarks: counts.get(item.id) ?? 0 };
    });
  });
}

/** Each version is a whole judgement, kept whatever of it changed. */
function countEarlierMarks(rating: Rating, versions: readonly RatingVersion[]): number {
  const before = versions.toSorted((left, right) => (left.replacedAt < right.replacedAt ? -1 : 1));
  const marks = [...before.map((version) => version.rating), rating].map(({ given }) =>
    JSON.stringify([given.value, given.best, given.worst]),
  );
  return marks.filter((mark, index) => index > 0 && mark !== marks[index - 1]).length;
}
