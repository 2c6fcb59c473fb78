/**
 * Letterboxd reviews: the diary's columns, and the words.
 *
 * Source:   Settings → Data → Export your data; `reviews.csv` in the archive
 * Sample:   tests/fixtures/imports/letterboxd-reviews.csv (made up; columns of the real file, unchanged 2021 to 2026)
 * Scale:    `Rating` 0.5 to 5 stars in halves; empty means none was given with the review
 * Dates:    `Watched Date` as YYYY-MM-DD: the day it was seen, may be empty; `Date`: when the review was written
 * Oddities: `Review` holds HTML and line ends; `Letterboxd URI` is the review's, not the film's; the viewing stands in
 *           `diary.csv` as well, with the same day
 */
import type { Importer } from '../importer.ts';
import { viewingReader } from './parts/letterboxd-viewing.ts';
import { FILM_COLUMNS, letterboxdQuestions, letterboxdRows } from './parts/letterboxd.ts';

export const letterboxdReviews: Importer = {
  id: 'letterboxd-reviews',
  source: 'letterboxd',
  hasOnlyNames: true,

  recognises: (content) => content.sort === 'table' && content.table.has(...FILM_COLUMNS, 'Review', 'Watched Date'),

  questions: letterboxdQuestions,

  read: (content, options) => letterboxdRows(content, options, viewingReader()),
};
