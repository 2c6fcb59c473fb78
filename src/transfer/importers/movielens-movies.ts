/**
 * MovieLens data set, `movies.csv`: what the films of its numbers are called. It says nothing of anybody.
 *
 * Source:   https://grouplens.org/datasets/movielens → ml-latest, ml-latest-small, ml-25m, ml-32m
 * Sample:   tests/fixtures/imports/movielens-movies.csv (made up; the real columns, seen 2018-09)
 * Scale:    none
 * Dates:    none; the year stands behind the title, in brackets: `(1999)`, `(2006–2007)`; some have none
 * Oddities: `Matrix, The (1999)`; other titles in brackets; genres separated by `|`, `(no genres listed)` for none
 */
import type { Importer } from '../importer.ts';
import { names } from '../names.ts';
import { movielensId } from './parts/movielens-id.ts';
import { movielensTitle } from './parts/movielens-title.ts';
import { readRows } from './parts/read-rows.ts';

const NO_GENRES = '(no genres listed)';

export const movielensMovies: Importer = {
  id: 'movielens-movies',
  source: 'movielens',

  recognises: (content) => content.sort === 'table' && content.table.has('movieId', 'title', 'genres'),

  *read(content) {
    if (!movielensMovies.recognises(content)) {
      return;
    }
    yield* readRows(content, (reader, cell) => {
      const thing = movielensId(cell('movieId'));
      const title = movielensTitle(reader.name('title', cell('title')));
      if (thing === undefined || title.name === '') {
        return thing === undefined
          ? reader.skip('no-name', 'movieId', cell('movieId'))
          : reader.skip('no-name', 'title');
      }
      const genres = names(reader.name('genres', cell('genres')).split('|')).filter((genre) => genre !== NO_GENRES);
      return reader.keep({
        thing,
        facts: { kind: 'Movie', ...title, ...(genres.length > 0 && { genres }), identifiers: [] },
      });
    });
  },
};
