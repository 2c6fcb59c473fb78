/**
 * MovieLens data set, `tags.csv`: the words people put on films. Which film it is, `links.csv` and `movies.csv` say.
 *
 * Source:   https://grouplens.org/datasets/movielens → ml-latest, ml-latest-small, ml-25m, ml-32m
 * Sample:   tests/fixtures/imports/movielens-tags.csv (made up; the real columns, seen 2018-09)
 * Scale:    none
 * Dates:    `timestamp` in seconds since the Unix epoch, UTC: when the tag was put there. Sayso has no time of a tag
 * Oddities: Rows of all people are in one file: the person says which are theirs. A row is one tag, which may have commas
 */
import type { Content, Importer } from '../importer.ts';
import { movielensId } from './parts/movielens-id.ts';
import { askForMember, isMember } from './parts/movielens-member.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { readRows } from './parts/read-rows.ts';
import { tagsOf } from './parts/tags-of.ts';

export const movielensTags: Importer = {
  id: 'movielens-tags',
  source: 'movielens',

  recognises: isTags,

  questions: (content) => (isTags(content) ? askForMember(content.table) : []),

  *read(content, { answers }) {
    if (!isTags(content)) {
      return;
    }
    yield* readRows(content, (reader, cell) => {
      if (!isMember(cell, answers)) {
        return reader.skip('other-person', 'userId', cell('userId'));
      }
      const thing = movielensId(cell('movieId'));
      return thing === undefined
        ? reader.skip('no-name', 'movieId', cell('movieId'))
        : outcomeOf(reader, {
            thing,
            facts: { kind: 'Movie', name: '', identifiers: [] },
            content: tagsOf(reader, 'tag', [cell('tag')]),
          });
    });
  },
};

function isTags(content: Content): content is Extract<Content, { sort: 'table' }> {
  return content.sort === 'table' && content.table.has('userId', 'movieId', 'tag', 'timestamp');
}
