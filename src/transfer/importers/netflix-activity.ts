/**
 * Netflix viewing activity: every start of a title, of every profile.
 *
 * Source:   Account → Get my info → Download; `CONTENT_INTERACTION/ViewingActivity.csv` in the archive
 * Sample:   tests/fixtures/imports/netflix-activity.csv (made up; columns as described by others, no real file seen)
 * Scale:    none: watched is not rated
 * Dates:    `Start Time` as YYYY-MM-DD HH:MM:SS, UTC
 * Oddities: trailers have a `Supplemental Video Type`; previews that nobody started `Autoplayed: user action: None;`;
 *           of one viewing in pieces all but the last say `Not latest view`; episodes end in `(Episode 3)`; no ids.
 *           Device, country and address of the viewer are never read
 */
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { readUtc } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { whenOf } from './parts/when-of.ts';
import { titleOf } from './parts/netflix-title.ts';
import { askForPerson, isMeant } from './parts/profiles.ts';
import { type Cell, readRows } from './parts/read-rows.ts';

const COLUMNS = ['Profile Name', 'Start Time', 'Attributes', 'Title', 'Supplemental Video Type'] as const;
const PREVIEW = /Autoplayed:\s*user action:\s*None/iu;
const SUPERSEDED = /^Not latest view$/iu;

export const netflixActivity: Importer = {
  id: 'netflix-activity',
  source: 'netflix',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),

  questions: askForPerson,

  *read(content, { answers }) {
    if (content.sort === 'table') {
      const isOurs = isMeant(content, answers);
      yield* readRows(content, (reader, cell) =>
        isOurs(cell('Profile Name')) ? readView(reader, cell) : reader.skip('other-person', 'Profile Name'),
      );
    }
  },
};

function readView(reader: RowReader, cell: Cell): Outcome {
  if (cell('Supplemental Video Type') !== '') {
    return reader.skip('not-used', 'Supplemental Video Type', cell('Supplemental Video Type'));
  }
  if (PREVIEW.test(cell('Attributes'))) {
    return reader.skip('not-used', 'Attributes', cell('Attributes'));
  }
  const bookmark = ['Bookmark', 'Latest Bookmark'].find((column) => SUPERSEDED.test(cell(column)));
  if (bookmark !== undefined) {
    return reader.skip('not-used', bookmark, cell(bookmark));
  }
  const title = titleOf(reader, 'Title', cell('Title'));
  const at = reader.moment('Start Time', cell('Start Time'), readUtc);
  return title === undefined
    ? reader.skip('no-name', 'Title')
    : reader.keep({ ...title, content: { uses: [whenOf(at)] } });
}
