/**
 * Films of the older MovieLens data sets, without a header: `u.item` of 100k, `movies.dat` of 1m and 10m. They say nothing
 * of anybody.
 *
 * Source:   https://grouplens.org/datasets/movielens → ml-100k, ml-1m, ml-10m
 * Sample:   tests/fixtures/imports/movielens-old-movies.csv (made up; the form of the real files, seen 2009-01)
 * Scale:    none
 * Dates:    none; the year stands behind the title, in brackets
 * Oddities: `u.item` has `|` between cells, ISO-8859-1, a 0 or 1 for each of 19 genres, and one film called `unknown`;
 *           `movies.dat` has `::`, and `|` between genres. The numbers of 100k mean other films in all later sets
 */
import type { Outcome } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { names } from '../names.ts';
import type { RowReader } from '../row-reader.ts';
import { firstRow, withHeader } from './parts/headerless.ts';
import { movielensId } from './parts/movielens-id.ts';
import { ofFirstSet } from './parts/movielens-old.ts';
import { movielensTitle } from './parts/movielens-title.ts';
import { type Cell, readRows } from './parts/read-rows.ts';

type TableContent = Extract<Content, { sort: 'table' }>;

/** In the order of their cells. */
const GENRES =
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western".split(
    '|',
  );
const ITEM_COLUMNS = ['movieId', 'title', 'released', 'videoReleased', 'url', ...GENRES];
const NO_GENRES = ['unknown', '(no genres listed)'];

export const movielensOldMovies: Importer = {
  id: 'movielens-old-movies',
  source: 'movielens',

  recognises: (content) => isItems(content) || isMovies(content),

  *read(content) {
    if (isItems(content)) {
      yield* readRows(withHeader(content, ITEM_COLUMNS), (reader, cell) =>
        filmOf(
          reader,
          cell,
          GENRES.filter((genre) => cell(genre) === '1'),
          ofFirstSet,
        ),
      );
    } else if (isMovies(content)) {
      yield* readRows(withHeader(content, ['movieId', 'title', 'genres']), (reader, cell) =>
        filmOf(reader, cell, reader.name('genres', cell('genres')).split('|'), (id) => id),
      );
    }
  },
};

function filmOf(reader: RowReader, cell: Cell, genres: readonly string[], thingOf: (id: string) => string): Outcome {
  const id = movielensId(cell('movieId'));
  const title = movielensTitle(reader.name('title', cell('title')));
  if (id === undefined || title.name === '') {
    return reader.skip('no-name', id === undefined ? 'movieId' : 'title');
  }
  const known = names(genres).filter((genre) => !NO_GENRES.includes(genre));
  return reader.keep({
    thing: thingOf(id),
    facts: { kind: 'Movie', ...title, ...(known.length > 0 && { genres: known }), identifiers: [] },
  });
}

function isItems(content: Content): content is TableContent {
  const row = firstRow(content) ?? [];
  return row.length === ITEM_COLUMNS.length && isNumber(row[0]) && row.slice(5).every((flag) => /^[01]$/u.test(flag));
}

function isMovies(content: Content): content is TableContent {
  const row = firstRow(content) ?? [];
  return row.length === 3 && isNumber(row[0]) && /\(\d{4}\)$/u.test(row[1] ?? '');
}

function isNumber(text = ''): boolean {
  return /^[1-9]\d*$/u.test(text);
}
