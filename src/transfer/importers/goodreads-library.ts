/**
 * Goodreads library export, in its long form (31 columns) and its short one (24, since 2025).
 *
 * Source:   My Books → Import and export → Export Library
 * Sample:   tests/fixtures/imports/goodreads-library.csv (made up; columns of the real file, seen 2025-09)
 * Scale:    `My Rating` 1 to 5 whole stars; 0 means not rated
 * Dates:    `Date Read`, `Date Added` as YYYY/MM/DD, or YYYY-MM-DD: days. Neither is when it was rated; the day it was read
 *           comes nearest
 * Oddities: ISBNs as ="978…", empty as ="" or ="""; HTML in `My Review`; two blanks inside names;
 *           `Exclusive Shelf` `to-read` is a wish; the shelf of the state is not a tag, but one of the person's own is. Shelf,
 *           `Read Count` and `Date Added` are kept as they stand, too, where no mark, wish or day of reading tells them: a
 *           book may be marked and yet to be read. `Spoiler` is `true` or says nothing. Old files lack `Exclusive Shelf`, and
 *           have the state among `Bookshelves`.
 *           Tables that others make for Goodreads' import, ours too, have books without a `Book Id`: by ISBN, else by title
 *           and author
 */
import { type Identifier, identifierOf } from '../../domain/identifier.ts';
import type { Moment } from '../../domain/moment.ts';
import type { SourceContent } from '../../domain/source-record.ts';
import { type Outcome, thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { names } from '../names.ts';
import { plainText } from '../plain-text.ts';
import { readYearFirst } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import type { Row, Table } from '../table.ts';
import { makersOf } from './parts/makers-of.ts';
import { othersOf } from './parts/others-of.ts';
import { askForResaved, withDays } from './parts/resaved-days.ts';
import { whenOf } from './parts/when-of.ts';

const COLUMNS = ['Title', 'Author', 'My Rating'] as const;
const SHELVES = ['Exclusive Shelf', 'Bookshelves'];
const DAYS = ['Date Read', 'Date Added', 'Original Purchase Date'];
/** What the person says of a book or of their copy, beside stars and words. */
const OTHERS = [
  'Recommended For',
  'Recommended By',
  'Original Purchase Date',
  'Original Purchase Location',
  'Condition',
  'Condition Description',
  'BCID',
  'Spoiler',
];
const STARS = { best: 5, worst: 1 };
/** In `Owned Copies`: it is not owned. */
const NO_COPY = /^(?:0+(?:[.,]0+)?)?$/u;
/** Shelves that are states, not the person's words. */
const STATES = ['read', 'currently-reading', 'to-read'];

export const goodreadsLibrary: Importer = {
  id: 'goodreads-library',
  source: 'goodreads',

  recognises: (content) =>
    content.sort === 'table' && content.table.has(...COLUMNS) && SHELVES.some((column) => content.table.has(column)),

  questions: (content) => askForResaved(content, DAYS),

  *read(content, { answers }) {
    const days = withDays(content, DAYS, answers);
    if (days.sort === 'table') {
      for (const row of days.table.rows) {
        yield readRow(days.table, row);
      }
    }
  },
};

function readRow(table: Table, row: Row): Outcome {
  const reader = new RowReader(row.line);
  const cell = (name: string): string => table.cell(row, name);
  const name = reader.name('Title', cell('Title'));
  if (name === '') {
    return reader.skip('no-name', 'Title');
  }
  const bookId = reader.name('Book Id', cell('Book Id'));
  const isbn = isbnOf(reader, cell);
  const given = reader.mark('My Rating', cell('My Rating'), STARS, 0);
  const readAt = reader.moment('Date Read', cell('Date Read'), readYearFirst);
  const addedAt = reader.moment('Date Added', cell('Date Added'), readYearFirst);
  const ratedAt = readAt ?? addedAt;
  const year = cell('Original Publication Year') || cell('Year Published');
  const state = stateOf(cell);
  const uses = usesOf(reader, cell, readAt);
  const copies = reader.count(cell('Owned Copies'));
  return reader.keep({
    thing: bookId || (isbn[0] ?? thingOf(name, cell('Author'))),
    facts: {
      kind: 'Book',
      name,
      ...makersOf(reader, 'Author', names([cell('Author'), ...cell('Additional Authors').split(',')])),
      ...(/^-?\d{1,4}$/u.test(year) && { year: Number(year) }),
      identifiers: [...isbn, ...reader.identifiers('Book Id', 'goodreads', bookId)],
    },
    content: {
      ...(given && { ratings: [{ given, ...whenOf(ratedAt) }] }),
      ...wordsOf(reader, cell),
      ...uses,
      ...(state === 'to-read' && { wanted: whenOf(addedAt) }),
      ...(copies !== undefined && { owned: { count: copies } }),
      ...othersOf(reader, (column) => (column === 'Exclusive Shelf' ? state : cell(column)), [
        ...(state === shelfBy(given !== undefined, uses) ? [] : ['Exclusive Shelf']),
        ...(state === 'to-read' || (given && ratedAt === addedAt) ? [] : ['Date Added']),
        ...(isToldBy(uses, cell('Read Count')) ? [] : ['Read Count']),
        ...(copies === undefined && !NO_COPY.test(cell('Owned Copies')) ? ['Owned Copies'] : []),
        ...OTHERS.filter((column) => column !== 'Spoiler' || !/^false$/iu.test(cell(column))),
      ]),
    },
  });
}

function wordsOf(reader: RowReader, cell: (name: string) => string): SourceContent {
  const text = reader.words('My Review', plainText(cell('My Review')));
  const note = reader.words('Private Notes', plainText(cell('Private Notes')));
  const shelves = [...cell('Bookshelves').split(','), cell('Exclusive Shelf')];
  const tags = names(shelves.map((shelf) => reader.name('Bookshelves', shelf))).filter(
    (shelf) => !STATES.includes(shelf),
  );
  return {
    ...(text !== undefined && { text }),
    ...(note !== undefined && { note }),
    ...(tags.length > 0 && { tags }),
  };
}

/** A book on the shelf `read`, or with a day of reading, was read; how often, where it says so. */
function usesOf(reader: RowReader, cell: (name: string) => string, readAt: Moment | undefined): SourceContent {
  const count = reader.count(cell('Read Count'));
  return readAt === undefined && stateOf(cell) !== 'read'
    ? {}
    : { uses: [whenOf(readAt)], ...(count !== undefined && count > 1 && { useCount: count }) };
}

/** The state that goes without saying: what was marked or read is `read`, all else is `to-read`. */
function shelfBy(isRated: boolean, { uses }: SourceContent): string {
  return isRated || uses !== undefined ? 'read' : 'to-read';
}

/** Whether the times that are kept say how often it was read. */
function isToldBy({ uses, useCount = 1 }: SourceContent, readCount: string): boolean {
  return Number(readCount) === (uses === undefined ? 0 : useCount);
}

/** Which of the three shelves that exclude each other it is on; another one of that kind is the person's own. */
function stateOf(cell: (name: string) => string): string {
  const shelves = cell('Bookshelves')
    .split(',')
    .map((shelf) => shelf.trim());
  return cell('Exclusive Shelf') || (shelves.find((shelf) => STATES.includes(shelf)) ?? '');
}

/** The long one, unless a spreadsheet has made `9.78E+12` of it. */
function isbnOf(reader: RowReader, cell: (name: string) => string): Identifier[] {
  const [long, short] = [unquoted(cell('ISBN13')), unquoted(cell('ISBN'))];
  const known = identifierOf('isbn', long) ?? identifierOf('isbn', short);
  return known === undefined ? reader.identifiers('ISBN13', 'isbn', long || short) : [known];
}

/** `="978…"`, as it stands so that spreadsheets keep the zeros. */
function unquoted(cell: string): string {
  return cell.replace(/^=/u, '').replaceAll('"', '').trim();
}
