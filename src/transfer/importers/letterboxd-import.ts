/**
 * A table made for Letterboxd's own import, as many tools write them, ours too: films with what they are elsewhere.
 *
 * Source:   tools that move films to Letterboxd; https://letterboxd.com/about/importing-data/ names the columns
 * Sample:   tests/fixtures/imports/letterboxd-import.csv (made up; the columns Letterboxd names, seen 2026-05)
 * Scale:    `Rating` 0.5 to 5 stars in halves, or `Rating10` 1 to 10; empty means not rated
 * Dates:    `WatchedDate` as YYYY-MM-DD: the day it was seen, and the nearest to when it was rated
 * Oddities: columns in any order, most may be missing; `Rewatch` is `true`, `Yes` or `1`. A row without mark and
 *           day is a film that was seen, nobody knows when; one with a mark is there for that. A table without any mark, day or review
 *           is a list; which one, its columns don't tell
 */
import type { Identifier } from '../../domain/identifier.ts';
import { identifiersOfUrl } from '../../domain/identifiers-of-url.ts';
import { type Outcome, thingOf } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { isMarkup } from '../is-markup.ts';
import { plainText } from '../plain-text.ts';
import { readIso } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { LETTERBOXD_STARS } from './parts/letterboxd.ts';
import { LIST_CHOICES, listedAs, suggestedByPath } from './parts/listed-as.ts';
import { makersOf } from './parts/makers-of.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { askForResaved, withDays } from './parts/resaved-days.ts';
import { tagsOf } from './parts/tags-of.ts';
import { tmdbIdentifiers } from './parts/tmdb-identifiers.ts';
import { whenOf } from './parts/when-of.ts';
import { wordsOf } from './parts/words-of.ts';
import { yearOf } from './parts/year-of.ts';

const OF_TEN = { best: 10, worst: 1 };
const DAYS = ['WatchedDate'];
/** Cells that say something of a film. */
const SAYS = ['Rating', 'Rating10', 'WatchedDate', 'Review'];
const YES = /^(?:true|yes|y|1)$/iu;

export const letterboxdImport: Importer = {
  id: 'letterboxd-import',
  source: 'letterboxd',
  hasOnlyNames: true,

  recognises: isMade,

  questions: (content, path) => [
    ...(isList(content) ? [{ id: 'list', choices: LIST_CHOICES, ...suggestedByPath(path) } as const] : []),
    ...askForResaved(content, DAYS),
  ],

  *read(content, { answers }) {
    if (!isMade(content)) {
      return;
    }
    const list = isList(content) ? answers.list : 'seen';
    yield* readRows(withDays(content, DAYS, answers), (reader, cell) => readRow(reader, cell, list));
  },
};

function readRow(reader: RowReader, cell: Cell, list: string | undefined): Outcome {
  const name = reader.name('Title', cell('Title'));
  const identifiers = [
    ...reader.identifiers('imdbID', 'imdb', cell('imdbID')),
    ...tmdbIdentifiers(reader, 'tmdbID', 'movie', cell('tmdbID')),
    ...identifiersOfUrl(cell('LetterboxdURI')).filter((one) => /^(?:boxd|letterboxd):/u.test(one)),
  ];
  const year = yearOf(cell('Year'));
  const [first] = identifiers;
  if (name === '' && first === undefined) {
    return reader.skip('no-name', 'Title');
  }
  const given =
    reader.mark('Rating', cell('Rating'), LETTERBOXD_STARS, 0) ?? reader.mark('Rating10', cell('Rating10'), OF_TEN, 0);
  const at = reader.moment('WatchedDate', cell('WatchedDate'), readIso);
  const isUnmarked = at === undefined && [cell('Rating'), cell('Rating10')].every((mark) => Number(mark) === 0);
  return outcomeOf(reader, {
    thing: name === '' ? String(first) : thingOf(name, year.year),
    ...ownIdOf(identifiers),
    facts: {
      kind: 'Movie',
      name,
      ...makersOf(reader, 'Directors', cell('Directors').split(',')),
      ...year,
      identifiers,
    },
    content: {
      ...(given && { ratings: [{ given, ...whenOf(at) }] }),
      ...wordsOf(reader, cell, { text: 'Review' }, (text) => (isMarkup(text) ? plainText(text) : text)),
      ...tagsOf(reader, 'Tags', cell('Tags').split(',')),
      ...(at !== undefined && { uses: [{ at, ...(YES.test(cell('Rewatch')) && { isRepeat: true as const }) }] }),
      ...(isUnmarked && listedAs(list, undefined)),
    },
  });
}

/** What tells two films of one name and year apart. */
function ownIdOf(identifiers: readonly Identifier[]): { ownId?: Identifier } {
  const ownId = identifiers.at(-1);
  return ownId === undefined ? {} : { ownId };
}

/** A title and a day are in tables of anybody's, whose marks are of who knows how many. */
function isMade(content: Content): content is Extract<Content, { sort: 'table' }> {
  if (content.sort !== 'table' || !content.table.has('Title')) {
    return false;
  }
  const has = (...columns: readonly string[]): boolean => columns.some((column) => content.table.has(column));
  return has('LetterboxdURI', 'Rating10') || (has('imdbID', 'tmdbID') && has('Rating', 'WatchedDate'));
}

function isList(content: Content): boolean {
  return (
    isMade(content) &&
    content.table.rows.length > 0 &&
    content.table.rows.every((row) => SAYS.every((column) => content.table.cell(row, column) === ''))
  );
}
