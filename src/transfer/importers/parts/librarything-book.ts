import type { SourceContent } from '../../../domain/source-record.ts';
import { type Outcome, thingOf } from '../../entry.ts';
import { names } from '../../names.ts';
import { plainText } from '../../plain-text.ts';
import { readYearFirst } from '../../read-date.ts';
import type { RowReader } from '../../row-reader.ts';
import { makersOf } from './makers-of.ts';
import { othersOf } from './others-of.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Cell } from './read-rows.ts';
import { tagsOf } from './tags-of.ts';
import { whenOf } from './when-of.ts';
import { wordsOf } from './words-of.ts';
import { yearOf } from './year-of.ts';

const STARS = { best: 5, worst: 0.5 };
const WISHES = ['Wishlist', 'To read'];
/** Collections that LibraryThing makes itself: states, not the person's words. */
const STATES = [...WISHES, 'Your library', 'Currently reading', 'Read but unowned', 'Favorites'];

/** One book of any of LibraryThing's files, by the columns of the tab-separated one. Only the oldest has no `Book Id`. */
export function readLibrarythingBook(reader: RowReader, cell: Cell): Outcome {
  const name = reader.name('Title', cell('Title'));
  if (name === '') {
    return reader.skip('no-name', 'Title');
  }
  const makers = makersOf(reader, 'Primary Author', authorsOf(cell));
  const isbn = unbracketed(cell('ISBN')) || (names(unbracketed(cell('ISBNs')).split(','))[0] ?? '');
  return outcomeOf(reader, {
    thing: reader.name('Book Id', cell('Book Id')) || thingOf(name, ...(makers.creators ?? [])),
    facts: {
      kind: 'Book',
      name,
      ...makers,
      ...yearOf(/\d{4}/u.exec(cell('Date'))?.[0] ?? ''),
      identifiers: [
        // What was added from Amazon has its number there where there is no ISBN.
        ...reader.identifiers('ISBN', /^B0[\dA-Z]{8}$/u.test(isbn) ? 'asin' : 'isbn', isbn),
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
