/**
 * Ratings of the older MovieLens data sets, without a header: `u.data` of 100k, `ratings.dat` of 1m and 10m.
 *
 * Source:   https://grouplens.org/datasets/movielens → ml-100k, ml-1m, ml-10m
 * Sample:   tests/fixtures/imports/movielens-old-ratings.csv (made up; the form of the real files, seen 2009-01)
 * Scale:    1 to 5 whole stars; halves in the set of 10m
 * Dates:    the fourth cell in seconds since the Unix epoch, UTC
 * Oddities: separated by tabs or by `::`. Rows of all people are in one file: the person says which are theirs. The films of
 *           100k have numbers of their own, which mean other films in all later sets
 */
import type { Importer } from '../importer.ts';
import { readUnixSeconds } from '../read-date.ts';
import { movielensId } from './parts/movielens-id.ts';
import { askForMember, isMember } from './parts/movielens-member.ts';
import { isFirstSet, isOldRatings, ofFirstSet, oldRatings } from './parts/movielens-old.ts';
import { MOVIELENS_SCALE } from './parts/movielens-scale.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';

export const movielensOldRatings: Importer = {
  id: 'movielens-old-ratings',
  source: 'movielens',

  recognises: isOldRatings,

  questions: (content) => (isOldRatings(content) ? askForMember(oldRatings(content, 'rating').table) : []),

  *read(content, { answers }) {
    if (!isOldRatings(content)) {
      return;
    }
    const ratings = oldRatings(content, 'rating');
    const isFirst = isFirstSet(ratings.table);
    yield* readRows(ratings, (reader, cell) => {
      if (!isMember(cell, answers)) {
        return reader.skip('other-person', 'userId', cell('userId'));
      }
      const id = movielensId(cell('movieId'));
      if (id === undefined) {
        return reader.skip('no-name', 'movieId', cell('movieId'));
      }
      const given = reader.mark('rating', cell('rating'), MOVIELENS_SCALE);
      const at = reader.moment('timestamp', cell('timestamp'), readUnixSeconds);
      return outcomeOf(reader, {
        thing: isFirst ? ofFirstSet(id) : id,
        facts: { kind: 'Movie', name: '', identifiers: [] },
        content: given ? { ratings: [{ given, ...whenOf(at) }] } : {},
      });
    });
  },
};
