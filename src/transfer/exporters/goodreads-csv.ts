/**
 * A library as Goodreads exports and imports it (long form, 31 columns).
 *
 * Scale:   `My Rating` 1 to 5 whole stars; 0 for not rated
 * Things:  books; found by ISBN, else by title and author
 * Dates:   `Date Read` the last day it was read, `Date Added` as Goodreads had it, else the day of the mark or wish
 * Shelves: as Goodreads had it, be it one of the person's own, until a wish is taken back or another source knows that it was
 *          read; else `read` for what was marked or read, `to-read` for a wish
 * Words:   `My Review` is HTML there; `Private Notes` are carried
 * Missing: earlier marks, all days of reading but the last, likes, wishes for what is on another shelf
 */
import type { Exporter } from '../exporter.ts';
import { htmlOf } from '../html-of.ts';
import { type Cells, type RowWriter, writeRows } from '../row-writer.ts';

const HEADER =
  'Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Recommended For,Recommended By,Owned Copies,Original Purchase Date,Original Purchase Location,Condition,Condition Description,BCID'.split(
    ',',
  );
/** What Goodreads takes of a review. */
const MOST_LETTERS = 20_000;
/** Shelves that are states there, not tags. */
const STATES = ['read', 'currently-reading', 'to-read'];
/** A shelf of the person's own, as Goodreads spells them. */
const OWN_SHELF = /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u;
/** Columns whose words nobody but Goodreads has. */
const OTHERS = [
  'Spoiler',
  'Recommended For',
  'Recommended By',
  'Original Purchase Date',
  'Original Purchase Location',
  'Condition',
  'Condition Description',
  'BCID',
];

export const goodreadsCsv: Exporter = {
  id: 'goodreads-csv',
  label: 'Goodreads',
  fileName: 'goodreads-library.csv',
  write: (things) => writeRows(HEADER, things, rowsOf),
};

function rowsOf(writer: RowWriter): readonly Cells[] {
  const { item, rating, intention, sources } = writer.thing;
  if (item.kind !== 'Book') {
    return writer.leaveOut('other-kind');
  }
  const isRead = rating !== undefined || writer.isUsed;
  const shelf = keptShelf(writer) || (isRead ? 'read' : 'to-read');
  if (shelf === 'to-read' && !isRead && !intention) {
    return writer.leaveOut('not-rated');
  }
  const isbn = writer.idOf('isbn');
  const id = writer.idOf('goodreads');
  if (isbn === '' && id === '') {
    writer.lose('only-by-name');
  }
  const [author = '', ...others] = item.creators ?? [];
  const states = writer.tags.filter((tag) => STATES.includes(tag));
  const tags = writer.tags.filter((tag) => !STATES.includes(tag));
  const isWanted = shelf === 'to-read';
  const saidAt = rating && !isWanted ? writer.ratedAt : intention?.wantedAt;
  const addedAt = writer.otherDay('Date Added', '/');
  const row: Readonly<Record<string, string>> = {
    'Book Id': id,
    Title: writer.words(item.name),
    Author: writer.words(author),
    'Additional Authors': writer.list(others),
    // As Goodreads writes it, so that a spreadsheet keeps the zeros: digits alone, and no formula that does anything.
    ISBN13: `="${isbn}"`,
    ISBN: '=""',
    'My Rating': rating ? writer.mark(rating, 5, 1) : '0',
    'Original Publication Year': String(item.year ?? ''),
    'Date Read': writer.day(writer.uses.at(-1), '/'),
    'Date Added': addedAt || writer.day(saidAt, '/'),
    Bookshelves: writer.list([...tags, ...(shelf === 'read' || tags.includes(shelf) ? [] : [shelf])]),
    'Exclusive Shelf': shelf,
    'My Review': writer.words(htmlOf(writer.text ?? ''), MOST_LETTERS),
    'Private Notes': writer.words(writer.notes.map(htmlOf).join('<br/>')),
    'Read Count': keptCount(writer) || String(isRead ? Math.max(writer.isRepeated ? 2 : 1, writer.useCount) : 0),
    'Owned Copies': String(Math.max(0, ...sources.map(({ owned }) => (owned === undefined ? 0 : (owned.count ?? 1))))),
    ...Object.fromEntries(OTHERS.map((name) => [name, writer.other(name)])),
  };
  if (states.length > 0) {
    // A shelf of that name says something else there.
    writer.lose('tags-left-out', states.join(', '));
  }
  if (writer.uses.length > 1) {
    writer.lose('uses-left-out', writer.uses.slice(0, -1).join(', '));
  }
  const readAt = row['Date Read'] ?? '';
  if (shelf !== 'read' && writer.isUsed && readAt === '') {
    // On any other shelf it was read on a day there, or not at all.
    writer.lose('uses-left-out');
  }
  if (readAt !== '' || addedAt !== '' || isWanted) {
    // Whoever reads it takes the day of reading for that of the mark; where there is none, the day it was added.
    writer.loseDayUnless(readAt || (row['Date Added'] ?? ''));
  }
  if (isWanted && addedAt !== '' && intention?.wantedAt !== undefined) {
    writer.loseDayOf(intention.wantedAt, addedAt);
  }
  writer.loseOthersThan(
    'text-left-out',
    'tags-left-out',
    'uses-left-out',
    'note-left-out',
    'owned-left-out',
    ...(isWanted ? (['wish-left-out'] as const) : []),
  );
  return [HEADER.map((name) => row[name] ?? '')];
}

/** Where Goodreads has it, unless more is known since; empty where that goes without saying. */
function keptShelf(writer: RowWriter): string {
  return writer.other('Exclusive Shelf', (shelf, source) => {
    const isHeld =
      shelf === 'to-read'
        ? writer.thing.intention !== undefined
        : shelf === 'currently-reading' || (shelf !== 'read' && OWN_SHELF.test(shelf) && writer.tags.includes(shelf));
    return isHeld && !writer.isUsedBeside(source);
  });
}

/** How often Goodreads says that it was read, where that is not what the times of reading say; empty where more is known. */
function keptCount(writer: RowWriter): string {
  return writer.other(
    'Read Count',
    (count, source) =>
      /^\d{1,6}$/u.test(count) && writer.useCount <= 1 && !writer.isRepeated && !writer.isUsedBeside(source),
  );
}
