/**
 * Netflix ratings: thumbs, and the stars there were before 2017, of every profile.
 *
 * Source:   Account → Get my info → Download; `CONTENT_INTERACTION/Ratings.csv` in the archive
 * Sample:   tests/fixtures/imports/netflix-ratings.csv (made up; columns as described by others, no real file seen)
 * Scale:    `Thumbs Value` 1 down, 2 up, 3 two up; `Star Value` 1 to 5 where `Rating Type` is `star`; 0 is none of either
 * Dates:    `Event Utc Ts` as YYYY-MM-DD HH:MM:SS, UTC; without it `Region View Date`, a day
 * Oddities: a show and a film look alike; no ids; a title has a row for every time it was rated. The device is never read
 */
import type { Outcome } from '../entry.ts';
import { thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { readIso, readUtc } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { whenOf } from './parts/when-of.ts';
import { askForPerson, isMeant } from './parts/profiles.ts';
import { type Cell, readRows } from './parts/read-rows.ts';

const COLUMNS = ['Profile Name', 'Title Name', 'Rating Type', 'Star Value', 'Thumbs Value'] as const;
const STARS = { best: 5, worst: 1 };
const THUMBS = { best: 3, worst: 1 };

export const netflixRatings: Importer = {
  id: 'netflix-ratings',
  source: 'netflix',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),

  questions: askForPerson,

  *read(content, { answers }) {
    if (content.sort === 'table') {
      const isOurs = isMeant(content, answers);
      yield* readRows(content, (reader, cell) =>
        isOurs(cell('Profile Name')) ? readRating(reader, cell) : reader.skip('other-person', 'Profile Name'),
      );
    }
  },
};

function readRating(reader: RowReader, cell: Cell): Outcome {
  const name = reader.name('Title Name', cell('Title Name'));
  if (name === '') {
    return reader.skip('no-name', 'Title Name');
  }
  const given = /^star/iu.test(cell('Rating Type'))
    ? reader.mark('Star Value', cell('Star Value'), STARS, 0)
    : reader.mark('Thumbs Value', cell('Thumbs Value'), THUMBS, 0);
  if (given === undefined) {
    return reader.skip('says-nothing');
  }
  const at =
    reader.moment('Event Utc Ts', cell('Event Utc Ts'), readUtc) ??
    reader.moment('Region View Date', cell('Region View Date'), readIso);
  return reader.keep({
    thing: thingOf(name),
    // Nothing in the file tells a film from a show.
    facts: { kind: 'CreativeWork', name, identifiers: [] },
    content: { ratings: [{ given, ...whenOf(at) }] },
  });
}
