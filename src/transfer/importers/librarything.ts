/**
 * LibraryThing export of a whole library, tab-separated.
 *
 * Source:   More → Import/Export → Export as tab-delimited text
 * Sample:   tests/fixtures/imports/librarything.tsv (made up; columns of the real file, seen 2024-05)
 * Scale:    `Rating` 0.5 to 5 in half stars; empty means not rated
 * Dates:    `Date Read`, `Date Started`, `Acquired`, `Entry Date` as [YYYY-MM-DD]: days. None is when it was rated; the day it was
 *           read comes nearest, else the day it was entered
 * Oddities: ISBNs and days in [brackets]; older files are ISO-8859-1; no quotation marks around cells; names as `Last, First`;
 *           collections are states (`Wishlist`, `Your library`) and the person's own words; who lent it is left out
 */
import type { SourceContent } from '../../domain/source-record.ts';
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { names } from '../names.ts';
import { plainText } from '../plain-text.ts';
import { readYearFirst } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { makersOf } from './parts/makers-of.ts';
import { othersOf } from './parts/others-of.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { tagsOf } from './parts/tags-of.ts';
import { whenOf } from './parts/when-of.ts';
import { wordsOf } from './parts/words-of.ts';
import { yearOf } from './parts/year-of.ts';

const COLUMNS = ['Book Id', 'Title', 'Primary Author', 'Rating', 'Collections', 'Work id'] as const;
const STARS = { best: 5, worst: 0.5 };
const WISHES = ['Wishlist', 'To read'];
/** Collections that LibraryThing makes itself: states, not the person's words. */
const STATES = [...WISHES, 'Your library', 'Currently reading', 'Read but unowned', 'Favorites'];

export const librarything: Importer = {
  id: 'librarything',
  source: 'librarything',
  label: 'LibraryThing library',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),
  read: (content) => readRows(content, readRow),
};

function readRow(reader: RowReader, cell: Cell): Outcome {
  const name = reader.name('Title', cell('Title'));
  const bookId = reader.name('Book Id', cell('Book Id'));
  if (name === '' || bookId === '') {
    return reader.skip('no-name', name === '' ? 'Title' : 'Book Id');
  }
  const isbn = unbracketed(cell('ISBN')) || (names(cell('ISBNs').split(','))[0] ?? '');
  return outcomeOf(reader, {
    thing: bookId,
    facts: {
      kind: 'Book',
      name,
      ...makersOf(reader, 'Primary Author', authorsOf(cell)),
      ...yearOf(/\d{4}/u.exec(cell('Date'))?.[0] ?? ''),
      identifiers: [
        ...reader.identifiers('ISBN', 'isbn', isbn),
        ...reader.identifiers('OCLC', 'oclc', cell('OCLC')),
        ...reader.identifiers('Work id', 'librarything', cell('Work id')),
      ],
    },
    content: contentOf(reader, cell),
  });
}

function contentOf(reader: RowReader, cell: Cell): SourceContent {
  const given = reader.mark('Rating', cell('Rating'), STARS, 0);
  const dayOf = (column: string) => reader.moment(column, unbracketed(cell(column)), readYearFirst);
  const readAt = dayOf('Date Read');
  const acquiredAt = dayOf('Acquired');
  const enteredAt = dayOf('Entry Date');
  const collections = names(cell('Collections').split(','));
  const copies = reader.count(cell('Copies'));
  return {
    ...(given && { ratings: [{ given, ...whenOf(readAt ?? enteredAt) }] }),
    ...wordsOf(reader, cell, { text: 'Review', note: 'Private Comment' }, plainText),
    ...tagsOf(reader, 'Tags', [
      ...cell('Tags').split(','),
      ...collections.filter((collection) => !STATES.includes(collection)),
    ]),
    ...((readAt !== undefined || collections.includes('Read but unowned')) && { uses: [whenOf(readAt)] }),
    ...(collections.includes('Favorites') && { liked: {} }),
    ...(collections.includes('Your library') && {
      owned: { ...whenOf(acquiredAt), ...(copies !== undefined && { count: copies }) },
    }),
    ...(collections.some((collection) => WISHES.includes(collection)) && { wanted: whenOf(enteredAt) }),
    ...othersOf(
      reader,
      (column) =>
        column === 'Collections' && !collections.includes('Currently reading') ? '' : unbracketed(cell(column)),
      ['Comment', 'Date Started', 'Collections'],
    ),
  };
}

/** Its author, and who else wrote it; not who translated, drew or read it. */
function authorsOf(cell: Cell): string[] {
  const roles = cell('Secondary Author Roles').split('|');
  const others = cell('Secondary Author')
    .split('|')
    .filter((_author, index) => /^(?:|.*author.*)$/iu.test((roles[index] ?? '').trim()));
  return [cell('Primary Author'), ...others].map(firstNameFirst);
}

/** `Quill, Ben` as `Ben Quill`. */
function firstNameFirst(author: string): string {
  const match = /^([^,]+),\s*([^,]+)$/u.exec(author.trim());
  return match ? `${match[2] ?? ''} ${match[1] ?? ''}` : author;
}

function unbracketed(cell: string): string {
  return cell.replace(/^\[(.*)\]$/su, '$1').trim();
}
