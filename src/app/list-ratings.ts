import { read } from '../store/read.ts';
import type { RatingsChoice } from './browse.ts';
import type { AppContext } from './context.ts';
import { prepareFor, type RatingFacets, ratingIds, tablesFor } from './list-rating-ids.ts';
import { type RatingRow, rowsOf } from './rating-rows.ts';

export type { RatingRow };

export interface RatingsQuery extends RatingsChoice {
  readonly offset: number;
  readonly limit: number;
}

export interface RatingsList extends RatingFacets {
  readonly rows: RatingRow[];
  /** How many match, beyond these rows too. */
  readonly total: number;
}

/** Some of the person's ratings with their items, at one moment. */
export async function listRatings(
  { database }: AppContext,
  { offset, limit, ...choice }: RatingsQuery,
): Promise<RatingsList> {
  await prepareFor(database, choice);
  return read(database, tablesFor(choice), async () => {
    const { ids, revision: _revision, ...found } = await ratingIds(database, choice, offset + limit);
    return { rows: await rowsOf(database, ids.slice(offset, offset + limit)), ...found };
  });
}
