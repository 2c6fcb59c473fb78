import type { CoveringNeed } from '../policy/decide.ts';
import { narrowNeeds, rangeOfNeeds, type ReadQuery } from '../policy/narrow-needs.ts';
import type { Database } from '../store/database.ts';
import { type RatingPlace, scanRatings } from '../store/scan-ratings.ts';
import { type Given, giveRatings } from './given-rating.ts';
import { withItems } from './with-items.ts';

/** No call looks at more ratings than about this, however few of them may go. */
export const SCAN_LIMIT = 2_000;
/** So many at once. */
const STEP = 500;

/** A page of all that goes under these needs, newest first; inside a transaction over `ratings` and `items`. */
export async function scanGiven(
  database: Database,
  covering: readonly CoveringNeed[],
  {
    query,
    limit,
    after,
  }: { readonly query: ReadQuery; readonly limit: number; readonly after: RatingPlace | undefined },
): Promise<{ given: Given; next: RatingPlace | undefined }> {
  const range = rangeOfNeeds(
    narrowNeeds(
      covering.map(({ need }) => need),
      query,
    ),
  );
  const rows: Given['rows'][number][] = [];
  const records: Given['records'][number][] = [];
  let place = after;
  for (let scanned = 0; scanned < SCAN_LIMIT; scanned += STEP) {
    const { ratings, last } = await scanRatings(database, range, { after: place, limit: STEP });
    const given = giveRatings(await withItems(database, ratings), covering, query);
    const room = limit - rows.length;
    rows.push(...given.rows.slice(0, room));
    records.push(...given.records.slice(0, room));
    if (given.rows.length > room) {
      return { given: { rows, records }, next: placeOf(rows.at(-1)) };
    }
    place = last;
    if (!last) {
      break;
    }
  }
  return { given: { rows, records }, next: place };
}

function placeOf(row: Given['rows'][number] | undefined): RatingPlace | undefined {
  return row && { ratedAt: row.rating.ratedAt, itemId: row.rating.itemId };
}
