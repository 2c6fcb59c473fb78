/**
 * MovieLens data set, `links.csv`: what the films of its numbers are elsewhere. It says nothing of anybody.
 *
 * Source:   https://grouplens.org/datasets/movielens → ml-latest, ml-latest-small, ml-25m, ml-32m
 * Sample:   tests/fixtures/imports/movielens-links.csv (made up; the real columns, seen 2018-09)
 * Scale:    none
 * Dates:    none
 * Oddities: `imdbId` without `tt`, filled up with zeros; `tmdbId` may be empty, and is a film's even where that is a series
 */
import type { Importer } from '../importer.ts';
import { movielensId } from './parts/movielens-id.ts';
import { movielensIdentifiers } from './parts/movielens-identifiers.ts';
import { readRows } from './parts/read-rows.ts';

export const movielensLinks: Importer = {
  id: 'movielens-links',
  source: 'movielens',

  recognises: (content) => content.sort === 'table' && content.table.has('movieId', 'imdbId', 'tmdbId'),

  *read(content) {
    if (!movielensLinks.recognises(content)) {
      return;
    }
    yield* readRows(content, (reader, cell) => {
      const thing = movielensId(cell('movieId'));
      if (thing === undefined) {
        return reader.skip('no-name', 'movieId', cell('movieId'));
      }
      const identifiers = movielensIdentifiers(reader, cell, 'imdbId', 'tmdbId');
      return identifiers.length === 0
        ? reader.skip('says-nothing')
        : reader.keep({ thing, facts: { kind: 'Movie', name: '', identifiers } });
    });
  },
};
