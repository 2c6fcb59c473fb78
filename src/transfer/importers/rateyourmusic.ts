/**
 * Rate Your Music: the music a person has catalogued, rated, owns or wants.
 *
 * Source:   Profile → Tools → Export your music ratings and reviews
 * Sample:   tests/fixtures/imports/rateyourmusic.csv (made up; the real columns, seen 2026-05)
 * Scale:    `Rating` 1 to 10, each half a star; 0 means not rated
 * Dates:    `Purchase Date` as YYYY-MM-DD, `0000-00-00` for none: a day. `Release_Date` is a year, or a day
 * Oddities: Blanks before some columns' names, and before the quotation that is the last cell; `Ownership` w (wanted), o (owned), u (used to own), n (none);
 *           bulletin-board marks, HTML entities and `\n` as two characters in `Review`; older files have no `Review Title`;
 *           a band has only a `Last Name`; artists of one record are separated by ` / `; the localised names are the
 *           same artist's, as is what stands in [brackets] behind one. `RYM Album` is a number that no other site uses
 */
import type { SourceContent } from '../../domain/source-record.ts';
import { plainFromBbCode } from '../bb-code.ts';
import { thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { names } from '../names.ts';
import { plainText } from '../plain-text.ts';
import { readYearFirst } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';
import { releaseYear } from './parts/release-year.ts';

const COLUMNS = ['RYM Album', 'Last Name', 'Title', 'Rating'] as const;
const HALF_STARS = { best: 10, worst: 1 };

export const rateyourmusic: Importer = {
  id: 'rateyourmusic',
  source: 'rateyourmusic',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),

  *read(content) {
    if (!rateyourmusic.recognises(content)) {
      return;
    }
    yield* readRows(content, (reader, cell) => {
      const name = reader.name('Title', plainText(cell('Title')));
      if (name === '') {
        return reader.skip('no-name', 'Title');
      }
      const creators = creatorsOf(reader, cell);
      const album = /^\d{1,12}$/u.test(cell('RYM Album')) ? cell('RYM Album') : '';
      const given = reader.mark('Rating', cell('Rating'), HALF_STARS, 0);
      return outcomeOf(reader, {
        thing: album || thingOf(...creators, name),
        facts: {
          kind: 'MusicAlbum',
          name,
          ...(creators.length > 0 && { creators }),
          ...releaseYear(cell('Release_Date')),
          identifiers: [],
        },
        content: { ...(given && { ratings: [{ given }] }), ...wordsOf(reader, cell), ...ownershipOf(reader, cell) },
      });
    });
  },
};

function creatorsOf(reader: RowReader, cell: Cell): string[] {
  const artist = `${cell('First Name')} ${cell('Last Name')}`.trim();
  const localised = `${cell('First Name localized')} ${cell('Last Name localized')}`.trim();
  const artists = reader.name('Last Name', plainText(artist || localised)).split(' / ');
  return names(artists.map((one) => one.replace(/(\S) \[[^\]]*\]$/u, '$1')));
}

function wordsOf(reader: RowReader, cell: Cell): SourceContent {
  const text = reader.words('Review', plainText(plainFromBbCode(cell('Review').replaceAll(String.raw`\n`, '\n'))));
  return text === undefined ? {} : { text };
}

/** What it is to the person; what no word of Sayso's says, as it stands. */
function ownershipOf(reader: RowReader, cell: Cell): SourceContent {
  const ownership = cell('Ownership').toLowerCase();
  const isOwned = ownership === 'o';
  // A full row of zeros is a date nobody gave.
  const bought = /^[0-]+$/u.test(cell('Purchase Date')) ? '' : cell('Purchase Date');
  const boughtAt = isOwned ? reader.moment('Purchase Date', bought, readYearFirst) : undefined;
  const others = Object.entries({
    Ownership: ['o', 'w', 'n'].includes(ownership) ? '' : cell('Ownership'),
    'Purchase Date': isOwned ? '' : bought,
    'Media Type': cell('Media Type'),
    'Review Title': plainText(cell('Review Title')),
  }).flatMap(([column, cellText]): [string, string][] => {
    const words = reader.words(column, cellText);
    return words === undefined ? [] : [[column, words]];
  });
  return {
    ...(isOwned && { owned: whenOf(boughtAt) }),
    ...(ownership === 'w' && { wanted: {} }),
    ...(others.length > 0 && { others: Object.fromEntries(others) }),
  };
}
