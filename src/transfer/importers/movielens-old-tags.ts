/**
 * Tags of the MovieLens data set of 10m, without a header: `tags.dat`.
 *
 * Source:   https://grouplens.org/datasets/movielens → ml-10m
 * Sample:   tests/fixtures/imports/movielens-old-tags.csv (made up; the form of the real file, seen 2009-01)
 * Scale:    none
 * Dates:    the fourth cell in seconds since the Unix epoch, UTC: when the tag was put there. Sayso has no time of a tag
 * Oddities: separated by `::`. Rows of all people are in one file: the person says which are theirs
 */
import type { Importer } from '../importer.ts';
import { movielensTags } from './movielens-tags.ts';
import { askForMember } from './parts/movielens-member.ts';
import { isOldTags, oldRatings } from './parts/movielens-old.ts';

export const movielensOldTags: Importer = {
  id: 'movielens-old-tags',
  source: 'movielens',

  recognises: isOldTags,

  questions: (content) => (isOldTags(content) ? askForMember(oldRatings(content, 'tag').table) : []),

  *read(content, options) {
    if (isOldTags(content)) {
      yield* movielensTags.read(oldRatings(content, 'tag'), options);
    }
  },
};
