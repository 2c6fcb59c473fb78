import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating, type RatingVersion } from '../domain/rating.ts';
import type { Database } from '../store/database.ts';
import { liveItem } from '../store/find-items.ts';
import { read } from '../store/read.ts';
import type { Merge } from '../store/rows.ts';
import type { AppContext } from './context.ts';
import { isToldTwice } from './told-twice.ts';

export interface RatingHistory {
  readonly item: Item;
  readonly current?: Rating;
  /** Newest first, without what two files of a source told twice. */
  readonly versions: readonly RatingVersion[];
  /** Items that were joined into this one, and can be taken apart again with `splitItems`. */
  readonly joined: readonly JoinedItem[];
}

export interface JoinedItem {
  readonly mergeId: RecordId;
  readonly name: string;
  /** Who said that it is the same thing; absent where the change is too long ago to be known. */
  readonly by?: 'person' | 'sayso';
}

/** @throws {AppError} `not-found` when there is no such item */
export function ratingHistory(
  { database }: AppContext,
  { itemId }: { readonly itemId: ItemId },
): Promise<RatingHistory> {
  return read(database, ['items', 'ratings', 'versions', 'merges', 'sourceRecords', 'journal'], async () => {
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
    const joined = merges.filter(({ splitAt }) => splitAt === undefined);
    return {
      item,
      ...(isLive(current) && { current }),
      versions: versions.filter(({ rating }, place) => !isToldTwice(rating, nextOf(place), records)),
      joined: await withWho(database, joined),
    };
  });
}

/** A join and the change that made it are of one moment. */
async function withWho(database: Database, merges: readonly Merge[]): Promise<JoinedItem[]> {
  const entries = await database.journal
    .where('stamp')
    .anyOf(merges.map(({ at }) => at))
    .toArray();
  const labels = new Map(entries.map(({ stamp, label }) => [stamp, label]));
  return merges.map(({ id, at, item: { name } }) => {
    const label = labels.get(at);
    return { mergeId: id, name, ...(label && { by: label === 'join-items' ? 'person' : 'sayso' }) };
  });
}

/** Two that one change replaced go by when they were given. */
function newestFirst(left: RatingVersion, right: RatingVersion): number {
  const [one, other] = [left, right].map(({ replacedAt, rating }) => `${replacedAt} ${rating.ratedAt}`);
  return (one ?? '') < (other ?? '') ? 1 : -1;
}
