/**
 * Discogs want-list, as CSV: the columns of the collection but for what a copy has (folder, conditions, date).
 *
 * Source:   Settings → Export → Wantlist
 * Sample:   tests/fixtures/imports/discogs-wantlist.csv (made up; columns as tools that read the real file name them, seen 2026-11)
 * Scale:    `Rating` 1 to 5 whole stars, the person's own; empty means not rated
 * Dates:    none: since when it is wanted is unknown
 * Oddities: as in the collection (`discogs`): `Artist (2)`, `Released` 0, inch marks inside `Format`. `Notes` are the person's
 */
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import type { RowReader } from '../row-reader.ts';
import { DISCOGS_STARS, discogsRelease } from './parts/discogs-release.ts';
import { type Cell, readRows } from './parts/read-rows.ts';

const COLUMNS = ['Catalog#', 'Artist', 'Title', 'Rating', 'Released', 'release_id'] as const;
/** What only a collection has. */
const OF_A_COPY = ['CollectionFolder', 'Date Added'];

export const discogsWantlist: Importer = {
  id: 'discogs-wantlist',
  source: 'discogs',

  recognises: (content) =>
    content.sort === 'table' && content.table.has(...COLUMNS) && !OF_A_COPY.some((column) => content.table.has(column)),

  *read(content) {
    if (discogsWantlist.recognises(content)) {
      yield* readRows(content, readRow);
    }
  },
};

function readRow(reader: RowReader, cell: Cell): Outcome {
  const release = discogsRelease(reader, cell);
  if (!release) {
    return reader.skip('no-name', cell('Title') === '' ? 'Title' : 'release_id');
  }
  const given = reader.mark('Rating', cell('Rating'), DISCOGS_STARS, 0);
  const note = reader.words('Notes', cell('Notes'));
  return reader.keep({
    ...release,
    content: {
      ...(given && { ratings: [{ given }] }),
      wanted: { ...(note !== undefined && { note }) },
    },
  });
}
