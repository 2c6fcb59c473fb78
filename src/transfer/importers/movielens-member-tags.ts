/**
 * MovieLens tags as a member gets them: the words they have put on films.
 *
 * Source:   https://movielens.org → Settings → About your account → Download your tags
 * Sample:   tests/fixtures/imports/movielens-member-tags.csv (made up; columns as described by others, no real file seen)
 * Scale:    none
 * Dates:    none; the year stands behind the title
 * Oddities: a row is one tag, which may have commas; `movie_id` is the data set's `movieId`
 */
import { thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { movielensId } from './parts/movielens-id.ts';
import { movielensIdentifiers } from './parts/movielens-identifiers.ts';
import { movielensTitle } from './parts/movielens-title.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { readRows } from './parts/read-rows.ts';
import { tagsOf } from './parts/tags-of.ts';

const COLUMNS = ['movie_id', 'imdb_id', 'tmdb_id', 'title', 'tag'] as const;

export const movielensMemberTags: Importer = {
  id: 'movielens-member-tags',
  source: 'movielens',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),

  *read(content) {
    if (!movielensMemberTags.recognises(content)) {
      return;
    }
    yield* readRows(content, (reader, cell) => {
      const title = movielensTitle(reader.name('title', cell('title')));
      const thing = movielensId(cell('movie_id')) ?? thingOf(title.name, title.year);
      return thing === ''
        ? reader.skip('no-name', 'movie_id', cell('movie_id'))
        : outcomeOf(reader, {
            thing,
            facts: { kind: 'Movie', ...title, identifiers: movielensIdentifiers(reader, cell, 'imdb_id', 'tmdb_id') },
            content: tagsOf(reader, 'tag', [cell('tag')]),
          });
    });
  },
};
