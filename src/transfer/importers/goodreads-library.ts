/**
 * Goodreads library export, in its long form (31 columns) and its short one (24, since 2025).
 *
 * Source:   My Books → Import and export → Export Library
 * Sample:   tests/fixtures/imports/goodreads-library.csv (made up; columns of the real file, seen 2025-09)
 * Scale:    `My Rating` 1 to 5 whole stars; 0 means not rated
 * Dates:    `Date Read`, `Date Added` as YYYY/MM/DD: days. Neither is when it was rated; the day it was read comes nearest
 * Oddities: ISBNs as ="978…", empty as ="" or ="""; HTML in `My Review`; two blanks inside names;
 *           `Exclusive Shelf` `to-read` is a wish; the shelf of the state is not a tag
 */
import type { Moment } from '../../domain/moment.ts';
import type { SourceContent } from '../../domain/source-record.ts';
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { names } from '../names.ts';
import { plainText } from '../plain-text.ts';
import { readYearFirst } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import type { Row, Table } from '../table.ts';

const COLUMNS = ['Book Id', 'Title', 'Author', 'ISBN13', 'My Rating', 'Date Added', 'Exclusive Shelf'] as const;
const STARS = { best: 5, worst: 1 };
/** Shelves that are states, not the person's words. */
const STATES = ['read', 'currently-reading', 'to-read'];

export const goodreadsLibrary: Importer = {
  id: 'goodreads-library',
  source: 'goodreads',
  label: 'Goodreads library',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),

  *read(content) {
    if (content.sort === 'table') {
      for (const row of content.table.rows) {
        yield readRow(content.table, row);
      }
    }
  },
};

function readRow(table: Table, row: Row): Outcome {
  const reader = new RowReader(row.line);
  const cell = (name: string): string => table.cell(row, name);
  const name = reader.name('Title', cell('Title'));
  const bookId = cell('Book Id');
  if (name === '' || bookId === '') {
    return reader.skip('no-name', name === '' ? 'Title' : 'Book Id');
  }
  const given = reader.mark('My Rating', cell('My Rating'), STARS, 0);
  const readAt = reader.moment('Date Read', cell('Date Read'), readYearFirst);
  const addedAt = reader.moment('Date Added', cell('Date Added'), readYearFirst);
  const year = cell('Original Publication Year') || cell('Year Published');
  return reader.keep({
    thing: bookId,
    facts: {
      kind: 'Book',
      name,
      creators: names([cell('Author'), ...cell('Additional Authors').split(',')]),
      ...(/^-?\d{1,4}$/u.test(year) && { year: Number(year) }),
      identifiers: [
        ...reader.identifiers('ISBN13', 'isbn', unquoted(cell('ISBN13')) || unquoted(cell('ISBN'))),
        ...reader.identifiers('Book Id', 'goodreads', bookId),
      ],
    },
    content: {
      ...(given && { ratings: [{ given, ...whenOf(readAt ?? addedAt) }] }),
      ...wordsOf(reader, cell),
      ...usesOf(reader, cell, readAt),
      ...(cell('Exclusive Shelf') === 'to-read' && { wanted: whenOf(addedAt) }),
      ...(Number(cell('Owned Copies')) > 0 && { owned: { count: Number(cell('Owned Copies')) } }),
    },
  });
}

function wordsOf(reader: RowReader, cell: (name: string) => string): SourceContent {
  const text = reader.words('My Review', plainText(cell('My Review')));
  const note = reader.words('Private Notes', plainText(cell('Private Notes')));
  const tags = names(cell('Bookshelves').split(',')).filter((shelf) => !STATES.includes(shelf));
  return {
    ...(text !== undefined && { text }),
    ...(note !== undefined && { note }),
    ...(tags.length > 0 && { tags }),
  };
}

/** A book on the shelf `read`, or with a day of reading, was read; how often, where it says so. */
function usesOf(reader: RowReader, cell: (name: string) => string, readAt: Moment | undefined): SourceContent {
  const count = reader.count(cell('Read Count'));
  return readAt === undefined && cell('Exclusive Shelf') !== 'read'
    ? {}
    : { uses: [whenOf(readAt)], ...(count !== undefined && count > 1 && { useCount: count }) };
}

function whenOf(at: Moment | undefined): { at?: Moment } {
  return at === undefined ? {} : { at };
}

/** `="978…"`, as it stands so that spreadsheets keep the zeros. */
function unquoted(cell: string): string {
  return cell.replace(/^=/u, '').replaceAll('"', '').trim();
}
