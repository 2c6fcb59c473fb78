/**
 * The rest of a Netflix archive: searches, clicks, devices, addresses, bills, messages. None of it says what the person thinks
 * of anything, so nothing is kept, and nothing is quoted; each row is told.
 *
 * Source:   Account → Get my info → Download; all files but those of `netflix-activity`, `netflix-ratings`, `netflix-list`
 * Sample:   tests/fixtures/imports/netflix-other.csv (made up; columns of the real file, seen 2022-12)
 * Scale:    none
 * Dates:    not read
 * Oddities: Told by columns that no file of another service has together
 */
import type { Importer } from '../importer.ts';
import { RowReader } from '../row-reader.ts';

/** One row for each file: columns that are enough to know it. */
const FILES: readonly (readonly string[])[] = [
  ['Profile Name', 'Query Typed', 'Displayed Name'],
  ['Profile Name', 'Title Description', 'Playback Start Utc Ts'],
  ['Profile Name', 'Title Description', 'Selection Type'],
  ['Profile Name', 'Navigation Level', 'Click Utc Ts'],
  ['Profile Name', 'Message Name', 'Sent Utc Ts'],
  ['Profile Name', 'Esn', 'Device Type'],
  ['Profile Name', 'Profile Creation Time', 'Maturity Level'],
  ['Profile Name', 'Icons'],
  ['Esn', 'Ip', 'Ts'],
  ['Transaction Date', 'Mop Last 4', 'Final Invoice Result'],
  ['Subscription Opened Ts', 'Signup Plan Category'],
  ['Email Address', 'Customer Creation Timestamp', 'Membership Status'],
];

export const netflixOther: Importer = {
  id: 'netflix-other',
  source: 'netflix',

  recognises: (content) => content.sort === 'table' && FILES.some((columns) => content.table.has(...columns)),

  *read(content) {
    if (content.sort === 'table' && netflixOther.recognises(content)) {
      for (const { line } of content.table.rows) {
        yield new RowReader(line).skip('other-matter');
      }
    }
  },
};
