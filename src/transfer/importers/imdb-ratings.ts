/**
 * IMDb ratings, in the three forms IMDb has given them: until 2017, until 2024, and now (with `Original Title`).
 *
 * Source:   Your ratings → Export
 * Sample:   tests/fixtures/imports/imdb-ratings.csv (made up; the present columns, seen 2026-09)
 * Scale:    `Your Rating` (`You rated`) 1 to 10, whole
 * Dates:    `Date Rated` (`Date Added` for a while in 2017) as YYYY-MM-DD; `created` as `Sat Dec 31 00:00:00 2016`, whose
 *           midnight nobody set: days
 * Oddities: Lists of the first form have the columns of its ratings: a row without a mark tells them (`imdb-watchlist`).
 *           Of an episode's title the older forms write the series before it, in one cell; it stays so.
 *           `IMDb Rating` and `Num Votes` are the crowd's
 */
import type { Content, Importer } from '../importer.ts';
import { IMDB_DAYS, IMDB_SCALE, imdbTitle, readImdbDay } from './parts/imdb-title.ts';
import { isImdbList } from './parts/imdb-list.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { readRows } from './parts/read-rows.ts';
import { askForResaved, withDays } from './parts/resaved-days.ts';
import { whenOf } from './parts/when-of.ts';

export const imdbRatings: Importer = {
  id: 'imdb-ratings',
  source: 'imdb',

  recognises: (content) => isRatings(content) && !isImdbList(content),

  questions: (content) => askForResaved(content, IMDB_DAYS),

  *read(content, { answers }) {
    if (!isRatings(content)) {
      return;
    }
    yield* readRows(withDays(content, IMDB_DAYS, answers), (reader, cell) => {
      const title = imdbTitle(reader, cell);
      if (!title) {
        return reader.skip('no-name', 'Title');
      }
      const markColumn = content.table.has('You rated') ? 'You rated' : 'Your Rating';
      const dayColumn = ['Date Rated', 'Date Added'].find((column) => content.table.has(column)) ?? 'created';
      const given = reader.mark(markColumn, cell(markColumn), IMDB_SCALE);
      const at = reader.moment(dayColumn, cell(dayColumn), readImdbDay);
      const description = reader.words('description', cell('description'));
      return outcomeOf(reader, {
        ...title,
        content: {
          ...(given && { ratings: [{ given, ...whenOf(at) }] }),
          ...(description !== undefined && { others: { description } }),
        },
      });
    });
  },
};

function isRatings(content: Content): content is Extract<Content, { sort: 'table' }> {
  return (
    content.sort === 'table' &&
    (content.table.has('Const', 'Your Rating', 'Title', 'Title Type') ||
      content.table.has('Const', 'You rated', 'Title', 'Title Type'))
  );
}
