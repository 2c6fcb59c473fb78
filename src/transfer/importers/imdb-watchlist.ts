/**
 * IMDb watch-list, and any other list: with 15 columns, with 17 (the person's own marks), and now with `Original Title`.
 *
 * Source:   Your watchlist (or a list) → Export
 * Sample:   tests/fixtures/imports/imdb-watchlist.csv (made up; the present columns, seen 2026-09)
 * Scale:    `Your Rating` 1 to 10, whole; empty where it was not rated
 * Dates:    `Created` (put on the list), `Date Rated` as YYYY-MM-DD; `created` as `Sat Dec 31 00:00:00 2016`: days
 * Oddities: Nothing tells the watch-list from a list of favourites or the check-ins: all are wishes unless the name of the file
 *           suggests otherwise, or the person says so.
 *           The first form says no day of a mark. `Modified` says nothing of the thing
 */
import type { SourceContent } from '../../domain/source-record.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Importer } from '../importer.ts';
import { isImdbList } from './parts/imdb-list.ts';
import { IMDB_DAYS, IMDB_SCALE, imdbTitle, readImdbDay } from './parts/imdb-title.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { LIST_CHOICES, listedAs, suggestedByPath } from './parts/listed-as.ts';
import { readRows } from './parts/read-rows.ts';
import { askForResaved, withDays } from './parts/resaved-days.ts';
import { whenOf } from './parts/when-of.ts';

export const imdbWatchlist: Importer = {
  id: 'imdb-watchlist',
  source: 'imdb',

  recognises: isImdbList,

  questions: (content, path) => [
    { id: 'list', choices: LIST_CHOICES, suggested: 'wanted', ...suggestedByPath(path) },
    ...askForResaved(content, IMDB_DAYS),
  ],

  *read(content, { answers }) {
    if (!isImdbList(content)) {
      return;
    }
    const isFirstForm = content.table.has('You rated');
    yield* readRows(withDays(content, IMDB_DAYS, answers), (reader, cell) => {
      const title = imdbTitle(reader, cell);
      if (!title) {
        return reader.skip('no-name', 'Title');
      }
      const day = (column: string): Moment | undefined => reader.moment(column, cell(column), readImdbDay);
      const column = isFirstForm ? 'You rated' : 'Your Rating';
      const given = reader.mark(column, cell(column), IMDB_SCALE);
      const ratedAt = day('Date Rated');
      const note = reader.words('Description', cell('Description'));
      const content: SourceContent = {
        ...(given && { ratings: [{ given, ...whenOf(ratedAt) }] }),
        ...listedAs(answers.list, day('Created'), ['Description', note]),
      };
      return outcomeOf(reader, { ...title, content });
    });
  },
};
