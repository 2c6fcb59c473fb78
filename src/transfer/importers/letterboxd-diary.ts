/**
 * Letterboxd diary: a row for each time a film was seen and logged.
 *
 * Source:   Settings → Data → Export your data; `diary.csv` in the archive
 * Sample:   tests/fixtures/imports/letterboxd-diary.csv (made up; columns of the real file, unchanged 2021 to 2026)
 * Scale:    `Rating` 0.5 to 5 stars in halves, the mark given at that viewing; empty means none was
 * Dates:    `Watched Date` as YYYY-MM-DD: the day it was seen, and the nearest to when it was rated; `Date`: when it was
 *           logged, often years later
 * Oddities: `Letterboxd URI` is the entry's, not the film's, and says nothing of the film; `Rewatch` is `Yes` or empty;
 *           what has a review stands in `reviews.csv` once more
 */
import type { Importer } from '../importer.ts';
import { viewingReader } from './parts/letterboxd-viewing.ts';
import { FILM_COLUMNS, letterboxdQuestions, letterboxdRows } from './parts/letterboxd.ts';

export const letterboxdDiary: Importer = {
  id: 'letterboxd-diary',
  source: 'letterboxd',
  hasOnlyNames: true,

  recognises: (content) =>
    content.sort === 'table' && content.table.has(...FILM_COLUMNS, 'Watched Date') && !content.table.has('Review'),

  questions: letterboxdQuestions,

  read: (content, options) => letterboxdRows(content, options, viewingReader()),
};
