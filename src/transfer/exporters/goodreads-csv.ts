/**
 * A library as Goodreads exports and imports it (long form, 31 columns).
 *
 * Scale:   `My Rating` 1 to 5 whole stars; 0 for not rated
 * Things:  books; found by ISBN, else by title and author
 * Dates:   `Date Read` the last day it was read, `Date Added` the day of the mark or wish
 * Words:   `My Review` is HTML there; `Private Notes` are carried
 * Missing: earlier marks, all days of reading but the last, likes, wishes for what was read
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
  if (!isRead && !intention) {
    return writer.leaveOut('not-rated');
  }
  const isbn = writer.idOf('isbn');
  const id = writer.idOf('goodreads');
  if (isbn === '' && id === '') {
    writer.lose('only-by-name');
  }
  const [author = '', ...others] = item.creators ?? [];
  const shelf = isRead ? 'read' : 'to-read';
  const states = writer.tags.filter((tag) => STATES.includes(tag));
  const tags = writer.tags.filter((tag) => !STATES.includes(tag));
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
    'Date Added': writer.day(rating ? writer.ratedAt : intention?.wantedAt, '/'),
    Bookshelves: writer.list([...tags, ...(isRead ? [] : [shelf])]),
    'Exclusive Shelf': shelf,
    'My Review': writer.words(htmlOf(writer.text ?? ''), MOST_LETTERS),
    'Private Notes': writer.words(writer.notes.map(htmlOf).join('<br/>')),
    'Read Count': String(isRead ? Math.max(writer.isRepeated ? 2 : 1, writer.useCount) : 0),
    'Owned Copies': String(Math.max(0, ...sources.map(({ owned }) => (owned === undefined ? 0 : (owned.count ?? 1))))),
  };
  if (states.length > 0) {
    // A shelf of that name says something else there.
    writer.lose('tags-left-out', states.join(', '));
  }
  if (writer.uses.length > 1) {
    writer.lose('uses-left-out', writer.uses.slice(0, -1).join(', '));
  }
  if (writer.uses.length > 0) {
    // Whoever reads it takes the day of reading for that of the mark.
    writer.loseDayUnless(row['Date Read'] ?? '');
  }
  writer.loseOthersThan(
    'text-left-out',
    'tags-left-out',
    'uses-left-out',
    'note-left-out',
    'owned-left-out',
    ...(isRead ? [] : (['wish-left-out'] as const)),
  );
  return [HEADER.map((name) => row[name] ?? '')];
}
