/**
 * The rest of a Letterboxd archive: comments, the profile, liked reviews and liked lists. None of it is about a film that
 * the person rated, so nothing is kept, least of all the profile; each row is told.
 *
 * Source:   Settings → Data → Export your data; `comments.csv`, `profile.csv`, `likes/reviews.csv`, `likes/lists.csv`
 * Sample:   tests/fixtures/imports/letterboxd-other.csv (made up; columns of the real files, unchanged 2021 to 2026)
 * Scale:    none
 * Dates:    not read
 * Oddities: `likes/reviews.csv` and `likes/lists.csv` have the same two columns
 */
import type { Importer } from '../importer.ts';
import type { Table } from '../table.ts';
import { isRemoved } from './parts/letterboxd.ts';
import { RowReader } from '../row-reader.ts';

export const letterboxdOther: Importer = {
  id: 'letterboxd-other',
  source: 'letterboxd',

  recognises: (content) => content.sort === 'table' && isOther(content.table),

  *read(content, { path }) {
    if (content.sort === 'table') {
      for (const { line } of content.table.rows) {
        // Neither column nor value: a remark would carry them into the report.
        yield new RowReader(line).skip(isRemoved(path) ? 'removed' : 'other-matter');
      }
    }
  },
};

function isOther(table: Table): boolean {
  return (
    table.has('Date', 'Content', 'Comment') ||
    table.has('Date Joined', 'Username', 'Favorite Films') ||
    (table.has('Date', 'Content') && table.header.length === 2)
  );
}
