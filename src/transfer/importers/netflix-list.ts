/**
 * Netflix list: what is on "My List" of every profile; and what a profile said it is interested in, or has seen.
 *
 * Source:   Account → Get my info → Download; `CONTENT_INTERACTION/MyList.csv`, `IndicatedPreferences.csv` in the archive
 * Sample:   tests/fixtures/imports/netflix-list.csv (made up; columns of the real files, seen 2024-04)
 * Scale:    none: a wish is not rated
 * Dates:    `Utc Title Add Date`, `Event Date` as YYYY-MM-DD: days
 * Oddities: a show and a film look alike; no ids. `Has Watched` and `Is Interested` are empty for most. The country is never read
 */
import { type Outcome, thingOf } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { readUtc } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { askForPerson, isMeant } from './parts/profiles.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';

const YES = /^(?:true|yes|y|1)$/iu;

export const netflixList: Importer = {
  id: 'netflix-list',
  source: 'netflix',

  recognises: (content) => isList(content) || isPreferences(content),

  questions: askForPerson,

  *read(content, { answers }) {
    if (!netflixList.recognises(content)) {
      return;
    }
    const isOurs = isMeant(content, answers);
    const read = isList(content) ? readWish : readPreference;
    yield* readRows(content, (reader, cell) =>
      isOurs(cell('Profile Name')) ? read(reader, cell) : reader.skip('other-person', 'Profile Name'),
    );
  },
};

function isList(content: Content): boolean {
  return content.sort === 'table' && content.table.has('Profile Name', 'Title Name', 'Utc Title Add Date');
}

function isPreferences(content: Content): boolean {
  return content.sort === 'table' && content.table.has('Profile Name', 'Show', 'Has Watched', 'Is Interested');
}

function readWish(reader: RowReader, cell: Cell): Outcome {
  return said(reader, cell, ['Title Name', 'Utc Title Add Date'], { isSeen: false, isWanted: true });
}

function readPreference(reader: RowReader, cell: Cell): Outcome {
  return said(reader, cell, ['Show', 'Event Date'], {
    isSeen: YES.test(cell('Has Watched')),
    isWanted: YES.test(cell('Is Interested')),
  });
}

function said(
  reader: RowReader,
  cell: Cell,
  [title, day]: readonly [string, string],
  { isSeen, isWanted }: { readonly isSeen: boolean; readonly isWanted: boolean },
): Outcome {
  const name = reader.name(title, cell(title));
  if (name === '') {
    return reader.skip('no-name', title);
  }
  const at = reader.moment(day, cell(day), readUtc);
  return outcomeOf(reader, {
    thing: thingOf(name),
    // Nothing in the file tells a film from a show.
    facts: { kind: 'CreativeWork', name, identifiers: [] },
    content: { ...(isSeen && { uses: [{}] }), ...(isWanted && { wanted: whenOf(at) }) },
  });
}
