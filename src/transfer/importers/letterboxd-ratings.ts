/**
 * Letterboxd ratings: the present mark of every film that has one.
 *
 * Source:   Settings → Data → Export your data; `ratings.csv` in the archive
 * Sample:   tests/fixtures/imports/letterboxd-ratings.csv (made up; columns of the real file, unchanged 2021 to 2026)
 * Scale:    `Rating` 0.5 to 5 stars in halves; empty means not rated
 * Dates:    `Date` as YYYY-MM-DD: the day it was rated
 * Oddities: no id of any other catalogue; `Letterboxd URI` is the film's here (an entry's in the diary); files under
 *           `deleted/` and `orphaned/` hold what the person has removed
 */
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { readIso } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { whenOf } from './parts/when-of.ts';
import { FILM_COLUMNS, filmOf, LETTERBOXD_STARS, letterboxdQuestions, letterboxdRows } from './parts/letterboxd.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import type { Cell } from './parts/read-rows.ts';

export const letterboxdRatings: Importer = {
  id: 'letterboxd-ratings',
  source: 'letterboxd',
  hasOnlyNames: true,

  recognises: (content) =>
    content.sort === 'table' && content.table.has(...FILM_COLUMNS, 'Rating') && !content.table.has('Watched Date'),

  questions: letterboxdQuestions,

  read: (content, options) => letterboxdRows(content, options, readRow),
};

function readRow(reader: RowReader, cell: Cell): Outcome {
  const film = filmOf(reader, cell, 'Letterboxd URI');
  if (film === undefined) {
    return reader.skip('no-name', 'Name');
  }
  const given = reader.mark('Rating', cell('Rating'), LETTERBOXD_STARS);
  const at = reader.moment('Date', cell('Date'), readIso);
  return outcomeOf(reader, { ...film, content: given ? { ratings: [{ given, ...whenOf(at) }] } : {} });
}
