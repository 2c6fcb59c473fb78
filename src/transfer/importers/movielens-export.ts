/**
 * MovieLens ratings as a member gets them.
 *
 * Source:   https://movielens.org → Settings → About your account → Download your ratings
 * Sample:   tests/fixtures/imports/movielens-export.csv (made up; the real columns, seen 2026-05)
 * Scale:    `rating` 0.5 to 5 in halves. `average_rating` is the crowd's
 * Dates:    none; the year stands behind the title
 * Oddities: `Matrix, The (1999)`; `imdb_id` without `tt`, filled up with zeros; `movie_id` is the data set's `movieId`
 */
import { thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { movielensId } from './parts/movielens-id.ts';
import { movielensIdentifiers } from './parts/movielens-identifiers.ts';
import { MOVIELENS_SCALE } from './parts/movielens-scale.ts';
import { movielensTitle } from './parts/movielens-title.ts';
import { readRows } from './parts/read-rows.ts';

const COLUMNS = ['movie_id', 'imdb_id', 'tmdb_id', 'rating', 'title'] as const;

export const movielensExport: Importer = {
  id: 'movielens-export',
  source: 'movielens',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),

  *read(content) {
    if (!movielensExport.recognises(content)) {
      return;
    }
    yield* readRows(content, (reader, cell) => {
      const title = movielensTitle(reader.name('title', cell('title')));
      const thing = movielensId(cell('movie_id')) ?? thingOf(title.name, title.year);
      if (thing === '') {
        return reader.skip('no-name', 'movie_id', cell('movie_id'));
      }
      const given = reader.mark('rating', cell('rating'), MOVIELENS_SCALE);
      return outcomeOf(reader, {
        thing,
        facts: { kind: 'Movie', ...title, identifiers: movielensIdentifiers(reader, cell, 'imdb_id', 'tmdb_id') },
        content: given ? { ratings: [{ given }] } : {},
      });
    });
  },
};
