import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating, type RatingVersion } from '../domain/rating.ts';
import { liveItem } from '../store/find-items.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';
import { isToldTwice } from './told-twice.ts';

export interface RatingHistory {
  readonly item: Item;
  readonly current?: Rating;
  /** Newest first, without what two files of a source told twice. */
  readonly versions: readonly RatingVersion[];
  /** Items that were joined into this one, and can be taken apart again with `splitItems`. */
  readonly joined: readonly { readonly mergeId: RecordId; readonly name: string }[];
}

/** @throws {AppError} `not-found` when there is no such item */
export function ratingHistory(
  { database }: AppContext,
  { itemId }: { readonly itemId: ItemId },
): Promise<RatingHistory> {
  return read(database, ['items', 'ratings', 'versions', 'merges', 'sourceRecords'], async () => {
    const item = await liveItem(database, itemId);
    if (!item) {
      throw new AppError('not-found', 'There is no such thing.');
    }
    const current = await database.ratings.get(itemId);
    const earlier = await database.versions.where('itemId').equals(itemId).toArray();
    const versions = earlier.sort(newestFirst);
    const records = versions.length === 0 ? [] : await database.sourceRecords.where('itemId').equals(itemId).toArray();
    const nextOf = (place: number) => versions[place - 1]?.rating ?? (isLive(current) ? current : undefined);
    const merges = await database.merges.where('into').equals(itemId).toArray();
    return {
      item,
      ...(isLive(current) && { current }),
      versions: versions.filter(({ rating }, place) => !isToldTwice(rating, nextOf(place), records)),
      joined: merges
        .filter(({ splitAt }) => splitAt === undefined)
        .map(({ id, item: { name } }) => ({ mergeId: id, name })),
    };
  });
}

/** Two that one change replaced go by when they were given. */
function newestFirst(left: RatingVersion, right: RatingVersion): number {
  const [one, other] = [left, right].map(({ replacedAt, rating }) => `${replacedAt} ${rating.ratedAt}`);
  return (one ?? '') < (other ?? '') ? 1 : -1;
}
