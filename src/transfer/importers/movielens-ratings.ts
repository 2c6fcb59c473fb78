/**
 * MovieLens data set, `ratings.csv`: who rated what. Which film it is, `links.csv` and `movies.csv` say.
 *
 * Source:   https://grouplens.org/datasets/movielens → ml-latest, ml-latest-small, ml-25m, ml-32m
 * Sample:   tests/fixtures/imports/movielens-ratings.csv (made up; the real columns, seen 2018-09)
 * Scale:    `rating` 0.5 to 5 in halves; the oldest sets have whole stars only
 * Dates:    `timestamp` in seconds since the Unix epoch, UTC; 0 is no time
 * Oddities: Rows of all people are in one file: the person says which are theirs
 */
import type { Moment } from '../../domain/moment.ts';
import type { Content, Importer } from '../importer.ts';
import { readUnixSeconds } from '../read-date.ts';
import { movielensId } from './parts/movielens-id.ts';
import { askForMember, isMember } from './parts/movielens-member.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { MOVIELENS_SCALE } from './parts/movielens-scale.ts';
import { readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';

export const movielensRatings: Importer = {
  id: 'movielens-ratings',
  source: 'movielens',

  recognises: isRatings,

  questions: (content) => (isRatings(content) ? askForMember(content.table) : []),

  *read(content, { answers }) {
    if (!isRatings(content)) {
      return;
    }
    yield* readRows(content, (reader, cell) => {
      if (!isMember(cell, answers)) {
        return reader.skip('other-person', 'userId', cell('userId'));
      }
      const thing = movielensId(cell('movieId'));
      if (thing === undefined) {
        return reader.skip('no-name', 'movieId', cell('movieId'));
      }
      const given = reader.mark('rating', cell('rating'), MOVIELENS_SCALE);
      const at = reader.moment('timestamp', cell('timestamp'), readTimestamp);
      return outcomeOf(reader, {
        thing,
        facts: { kind: 'Movie', name: '', identifiers: [] },
        content: given ? { ratings: [{ given, ...whenOf(at) }] } : {},
      });
    });
  },
};

function isRatings(content: Content): content is Extract<Content, { sort: 'table' }> {
  return content.sort === 'table' && content.table.has('userId', 'movieId', 'rating', 'timestamp');
}

function readTimestamp(text: string): Moment | undefined {
  return Number(text) > 0 ? readUnixSeconds(text) : undefined;
}
