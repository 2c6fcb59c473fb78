/**
 * Discogs collection, as CSV.
 *
 * Source:   Settings → Export → Collection
 * Sample:   tests/fixtures/imports/discogs.csv (made up; columns of the real file, seen 2024-09)
 * Scale:    `Rating` 1 to 5 whole stars; empty means not rated
 * Dates:    `Date Added` as YYYY-MM-DD HH:MM:SS of no known zone: the day it came into the collection. When it was rated is unknown.
 *           A spreadsheet that saved the file again leaves `23/04/2023 04:38`: its order is told by a day over 12
 * Oddities: a row is a copy owned; `Released` 0 is unknown, or a day of which the year counts; `Artist (2)` is the second of
 *           that name, `Artist*` a name as printed; inch marks (12") inside `Format`; fields of the person's own making follow
 *           the known ones and may hold prices and places: they are not read
 */
import type { Moment } from '../../domain/moment.ts';
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { readAnyDate } from '../read-any-date.ts';
import { orderOfDates } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { DISCOGS_STARS, discogsRelease } from './parts/discogs-release.ts';
import { othersOf } from './parts/others-of.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { tagsOf } from './parts/tags-of.ts';
import { whenOf } from './parts/when-of.ts';
import { wordsOf } from './parts/words-of.ts';

const COLUMNS = ['Artist', 'Title', 'Rating', 'release_id', 'CollectionFolder', 'Date Added'] as const;
/** The folders Discogs makes itself. */
const FOLDERS = ['All', 'Uncategorized'];

export const discogs: Importer = {
  id: 'discogs',
  source: 'discogs',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),

  *read(content) {
    if (content.sort === 'table') {
      const { table } = content;
      const told = orderOfDates(table.rows.map((row) => table.cell(row, 'Date Added')));
      const read = (text: string): Moment | undefined => readAnyDate(text, told === 'unknown' ? undefined : told);
      yield* readRows(content, (reader, cell) => readRow(reader, cell, read));
    }
  },
};

function readRow(reader: RowReader, cell: Cell, readDate: (text: string) => Moment | undefined): Outcome {
  const given = reader.mark('Rating', cell('Rating'), DISCOGS_STARS, 0);
  const addedAt = reader.moment('Date Added', cell('Date Added'), readDate);
  const release = discogsRelease(reader, cell);
  if (!release) {
    return reader.skip('no-name', cell('Title') === '' ? 'Title' : 'release_id');
  }
  return outcomeOf(reader, {
    ...release,
    content: {
      ...(given && { ratings: [{ given }] }),
      ...wordsOf(reader, cell, { note: 'Collection Notes' }),
      ...tagsOf(
        reader,
        'CollectionFolder',
        FOLDERS.includes(cell('CollectionFolder')) ? [] : [cell('CollectionFolder')],
      ),
      owned: whenOf(addedAt),
      ...othersOf(reader, cell, ['Collection Media Condition', 'Collection Sleeve Condition']),
    },
  });
}
