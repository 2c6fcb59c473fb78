/**
 * A library as StoryGraph exports it.
 *
 * Scale:   `Star Rating` 0.25 to 5 in quarters
 * Things:  books; by ISBN or StoryGraph's own id, else by title and author
 * Dates:   `Dates Read` a list of days, `Last Date Read` the last of them; `Date Added` as StoryGraph had it where a day of
 *          reading is there, else the day of the mark or wish
 * Missing: a book's year, private notes, earlier marks, likes, how many copies
 */
import type { Exporter } from '../exporter.ts';
import { htmlOf } from '../html-of.ts';
import { type Cells, type RowWriter, writeRows } from '../row-writer.ts';

const HEADER =
  'Title,Authors,Contributors,ISBN/UID,Format,Read Status,Date Added,Last Date Read,Dates Read,Read Count,Moods,Pace,Character- or Plot-Driven?,Strong Character Development?,Loveable Characters?,Diverse Characters?,Flawed Characters?,Star Rating,Review,Content Warnings,Content Warning Description,Tags,Owned?'.split(
    ',',
  );

export const storygraphCsv: Exporter = {
  id: 'storygraph-csv',
  label: 'StoryGraph',
  fileName: 'storygraph-library.csv',
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
  const id = writer.idOf('isbn') || writer.idOf('storygraph');
  if (id === '') {
    writer.lose('only-by-name');
  }
  const days = [...new Set(writer.uses.map((at) => writer.dayOrPart(at, '/')))];
  // Where nothing says when it was read, whoever reads it takes the day it was added for that of the mark or the wish.
  const addedAt = days.length > 0 && isRead ? writer.otherDay('Date Added', '/') : '';
  const row: Readonly<Record<string, string>> = {
    Title: writer.words(item.name),
    Authors: writer.list(item.creators ?? []),
    'ISBN/UID': id,
    'Read Status': isRead ? 'read' : 'to-read',
    'Date Added': addedAt || writer.day(rating ? writer.ratedAt : intention?.wantedAt, '/'),
    'Last Date Read': days.at(-1) ?? '',
    'Dates Read': days.join(', '),
    'Read Count': String(isRead ? Math.max(writer.isRepeated ? 2 : 1, writer.useCount) : 0),
    'Star Rating': rating ? writer.mark(rating, 5, 0.25) : '',
    Review: writer.words(htmlOf(writer.text ?? '')),
    Tags: writer.list(writer.tags),
    'Owned?': sources.some(({ owned }) => owned !== undefined) ? 'Yes' : 'No',
  };
  const copies = Math.max(0, ...sources.map(({ owned }) => owned?.count ?? 0));
  if (copies > 1) {
    writer.lose('owned-left-out', String(copies));
  }
  if (writer.uses.length > 0) {
    // Whoever reads it takes the day of reading for that of the mark.
    writer.loseDayUnless(days.at(-1) ?? '');
  }
  writer.loseOthersThan(
    'text-left-out',
    'tags-left-out',
    'uses-left-out',
    'owned-left-out',
    ...(isRead ? [] : (['wish-left-out'] as const)),
  );
  return [HEADER.map((name) => row[name] ?? '')];
}
