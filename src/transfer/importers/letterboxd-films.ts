/**
 * Letterboxd films: those seen, those to be seen and those liked are three files of the same columns.
 *
 * Source:   Settings → Data → Export your data; `watched.csv`, `watchlist.csv` and `likes/films.csv` in the archive
 * Sample:   tests/fixtures/imports/letterboxd-films.csv (made up; columns of the real files, unchanged 2021 to 2026)
 * Scale:    none
 * Dates:    `Date` as YYYY-MM-DD: when it was put on the list. It is not the day on which a film was seen
 * Oddities: nothing in the file says which list it is, only its name does; `Letterboxd URI` is the film's
 */
import type { Moment } from '../../domain/moment.ts';
import type { SourceContent } from '../../domain/source-record.ts';
import type { Importer } from '../importer.ts';
import { readIso } from '../read-date.ts';
import { whenOf } from './parts/when-of.ts';
import { FILM_COLUMNS, filmOf, isRemoved, letterboxdQuestions, letterboxdRows } from './parts/letterboxd.ts';

const LISTS: readonly { readonly value: string; readonly path: RegExp; says(at: Moment | undefined): SourceContent }[] =
  [
    { value: 'seen', path: /(?:^|\/)watched[^/]*$/iu, says: () => ({ uses: [{}] }) },
    { value: 'wanted', path: /(?:^|\/)watchlist[^/]*$/iu, says: (at) => ({ wanted: whenOf(at) }) },
    { value: 'liked', path: /(?:^|\/)like[sd](?:\/films)?\.[^/]*$/iu, says: (at) => ({ liked: whenOf(at) }) },
  ];

export const letterboxdFilms: Importer = {
  id: 'letterboxd-films',
  source: 'letterboxd',
  hasOnlyNames: true,

  recognises: (content) =>
    content.sort === 'table' &&
    content.table.has(...FILM_COLUMNS) &&
    !content.table.has('Rating') &&
    !content.table.has('Watched Date'),

  questions(content, path) {
    if (isRemoved(path)) {
      return [];
    }
    const suggested = LISTS.find((list) => list.path.test(path.replaceAll('\\', '/')))?.value;
    return [
      { id: 'list', choices: LISTS.map(({ value }) => ({ value })), ...(suggested !== undefined && { suggested }) },
      ...letterboxdQuestions(content, path),
    ];
  },

  read(content, options) {
    const list = LISTS.find(({ value }) => value === options.answers.list);
    return letterboxdRows(content, options, (reader, cell) => {
      const film = filmOf(reader, cell, 'Letterboxd URI');
      const at = reader.moment('Date', cell('Date'), readIso);
      return film === undefined
        ? reader.skip('no-name', 'Name')
        : list === undefined
          ? reader.skip('says-nothing')
          : reader.keep({ ...film, content: list.says(at) });
    });
  },
};
