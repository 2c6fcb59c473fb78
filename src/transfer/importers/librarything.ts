/**
 * LibraryThing export of a whole library: tab-separated, JSON, and the comma-separated one of before 2012.
 *
 * Source:   More → Import/Export → Export as tab-delimited text, or as JSON
 * Sample:   tests/fixtures/imports/librarything.tsv (made up; columns of the real file, seen 2024-05; fields of a real JSON file
 *           of 2014; of the comma-separated one only what others say)
 * Scale:    `Rating` 0.5 to 5 in half stars; empty means not rated
 * Dates:    `Date Read`, `Date Started`, `Acquired`, `Entry Date` as [YYYY-MM-DD]: days. None is when it was rated; the day it was
 *           read comes nearest, else the day it was entered
 * Oddities: ISBNs and days in [brackets]; older files are ISO-8859-1; no quotation marks around cells; names as `Last, First`;
 *           collections are states (`Wishlist`, `Your library`) and the person's own words; who lent it is left out. The JSON is
 *           one object with a field for each book; its `isbn` is a list, or an object with gaps in its numbers. The oldest
 *           file's columns are 'IN APOSTROPHES', and its books have no number
 */
import type { Content, Importer } from '../importer.ts';
import { RowReader } from '../row-reader.ts';
import { fieldsOf, isObject, type JsonObject, listOf, textOf } from './parts/json-fields.ts';
import { readLibrarythingBook } from './parts/librarything-book.ts';
import { type Cell, readRows } from './parts/read-rows.ts';

const COLUMNS = ['Book Id', 'Title', 'Primary Author'] as const;
const OLDEST_COLUMNS = ["'TITLE'", "'AUTHOR (first, last)'", "'ISBNs'"] as const;
/** What the columns are called elsewhere. */
const OLDEST: Readonly<Record<string, string>> = {
  Title: "'TITLE'",
  'Primary Author': "'AUTHOR (last, first)'",
  Date: "'DATE'",
  ISBNs: "'ISBNs'",
  Rating: "'RATINGS'",
  'Entry Date': "'ENTRY DATE'",
  Tags: "'TAGS'",
  Comment: "'COMMENT'",
  Review: "'REVIEWS'",
};
const FIELDS: Readonly<Record<string, string>> = {
  'Book Id': 'books_id',
  Title: 'title',
  Date: 'date',
  ISBN: 'originalisbn',
  ISBNs: 'isbn',
  OCLC: 'oclc',
  'Work id': 'workcode',
  Rating: 'rating',
  Review: 'review',
  Comment: 'comment',
  'Private Comment': 'privatecomment',
  Tags: 'tags',
  Collections: 'collections',
  Copies: 'copies',
  Acquired: 'dateacquired',
  'Date Started': 'datestarted',
  'Date Read': 'dateread',
  'Entry Date': 'entrydate',
};

export const librarything: Importer = {
  id: 'librarything',
  source: 'librarything',

  recognises: (content) =>
    content.sort === 'table'
      ? content.table.has(...COLUMNS) || content.table.has(...OLDEST_COLUMNS)
      : isBook(booksOf(content)[0]),

  *read(content) {
    if (content.sort === 'table') {
      const isOldest = !content.table.has(...COLUMNS);
      yield* readRows(content, (reader, cell) =>
        readLibrarythingBook(reader, isOldest ? (column) => cell(OLDEST[column] ?? column) : cell),
      );
    }
    for (const [index, book] of booksOf(content).entries()) {
      yield readLibrarythingBook(new RowReader(index + 1), bookCell(fieldsOf(book) ?? {}));
    }
  },
};

function booksOf(content: Content): readonly unknown[] {
  return content.sort === 'json' && isObject(content.value) ? Object.values(content.value) : [];
}

function isBook(book: unknown): boolean {
  return isObject(book) && Object.hasOwn(book, 'books_id') && Object.hasOwn(book, 'title');
}

/** A book of the JSON under the columns of the table. */
function bookCell(book: JsonObject): Cell {
  const authors = listOf(book['authors']).map((author) => fieldsOf(author) ?? {});
  return (column) => {
    switch (column) {
      case 'Primary Author':
        return textOf(book['primaryauthor']) || textOf(authors[0]?.['lf']);
      case 'Secondary Author':
        return authors
          .slice(1)
          .map((author) => textOf(author['lf']))
          .join('|');
      case 'Secondary Author Roles':
        return authors
          .slice(1)
          .map((author) => textOf(author['role']))
          .join('|');
      default: {
        const value = book[FIELDS[column] ?? column];
        return typeof value === 'object' && value !== null
          ? Object.values(value)
              .map((one) => textOf(one))
              .join(',')
          : textOf(value);
      }
    }
  };
}
