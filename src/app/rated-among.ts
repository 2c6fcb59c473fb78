import type { Identifier } from '../domain/identifier.ts';
import type { GivenNeed } from '../domain/grant.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { minimiseRatings } from '../policy/minimise.ts';
import { rankBasis } from '../policy/rank-basis.ts';
import { itemsByIdentifier } from '../store/find-items.ts';
import { matchItems } from '../store/match-items.ts';
import type { AppContext } from './context.ts';
import { withItems } from './with-items.ts';

interface Named {
  readonly identifiers: readonly (Identifier | undefined)[];
}

/** The person's own ratings of items of the list, by position, as far as they may count; inside a transaction. */
export async function ratedAmong(
  { database }: AppContext,
  list: readonly Named[],
  needs: readonly GivenNeed[],
): Promise<Map<number, { item: Item; rating: Rating }>> {
  const names = list.map(({ identifiers }) => identifiers.filter((identifier) => identifier !== undefined));
  const known = await itemsByIdentifier(database, names.flat());
  const found = names.map((identifiers) => matchItems(identifiers, known)[0]);
  const ids = [...new Set(found.flatMap((item) => item?.id ?? []))];
  const ratings = (await database.ratings.bulkGet(ids)).filter(isLive);
  const rated = minimiseRatings(await withItems(database, ratings), rankBasis(needs));
  const byItem = new Map(rated.map(({ item, rating }) => [item.id, { item, rating }]));
  return new Map(
    found.flatMap((item, index) => {
      const row = item && byItem.get(item.id);
      return row ? [[index, row] as const] : [];
    }),
  );
}
