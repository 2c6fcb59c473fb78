import { Dexie } from 'dexie';
import type { ItemId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import type { Database } from './database.ts';

export interface IndexedPage {
  readonly by: 'ratedAt' | 'value';
  readonly isReverse: boolean;
  /** Only by `ratedAt`. */
  readonly kind: ItemKind | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** The items of one page of ratings, from the index alone; inside a transaction. */
export function pageOfRatings(
  database: Database,
  { by, isReverse, kind, offset, limit }: IndexedPage,
): Promise<ItemId[]> {
  const range =
    kind === undefined
      ? database.ratings.orderBy(by === 'ratedAt' ? '[ratedAt+itemId]' : 'value')
      : database.ratings.where('[kind+ratedAt+itemId]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]);
  return (isReverse ? range.reverse() : range).offset(offset).limit(limit).primaryKeys();
}
