import type { Identifier } from '../domain/identifier.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { itemsByIdentifier } from '../store/find-items.ts';
import { matchItems } from '../store/match-items.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

export interface KnownItem {
  readonly item: Item;
  readonly rating?: Rating;
  /** How many earlier judgements there are. */
  readonly versions: number;
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
        [...rated.keys()].map(async (id) => [id, await database.versions.where('itemId').equals(id).count()] as const),
      ),
    );
    return items.map((item) => {
      const rating = item && rated.get(item.id);
      return item && { item, ...(rating && { rating }), versions: counts.get(item.id) ?? 0 };
    });
  });
}
