/**
 * Vivino wine list, as CSV.
 *
 * Source:   Account → Settings → Download my data → `full_wine_list.csv`
 * Sample:   tests/fixtures/imports/vivino.csv (made up; columns of the real file, seen 2026-01)
 * Scale:    `Your rating` 1 to 5 in tenths; empty means scanned, not rated
 * Dates:    `Scan date` as YYYY-MM-DD HH:MM:SS of no known zone: a day; for a rated wine the nearest to when it was rated
 * Oddities: a scanned label is not a wine drunk: that it was scanned is kept beside; a `Vintage` may be `U.V.` or `N.V.`;
 *           `Average rating` and `Drinking Window` are the crowd's; where it was scanned is not read
 */
import { type Outcome, thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { names } from '../names.ts';
import { readIso } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { othersOf } from './parts/others-of.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';
import { wordsOf } from './parts/words-of.ts';
import { yearOf } from './parts/year-of.ts';

const COLUMNS = ['Winery', 'Wine name', 'Vintage', 'Scan date', 'Your rating'] as const;
const STARS = { best: 5, worst: 1 };

export const vivino: Importer = {
  id: 'vivino',
  source: 'vivino',
  label: 'Vivino wine list',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),
  read: (content) => readRows(content, readRow),
};

function readRow(reader: RowReader, cell: Cell): Outcome {
  const winery = reader.name('Winery', cell('Winery'));
  const wine = reader.name('Wine name', cell('Wine name'));
  const vintage = reader.name('Vintage', cell('Vintage'));
  const words = [winery, wine, ...(/^\d{4}$/u.test(vintage) ? [vintage] : [])];
  if (winery === '' && wine === '') {
    return reader.skip('no-name', 'Wine name');
  }
  const given = reader.mark('Your rating', cell('Your rating'), STARS);
  const scannedAt = reader.moment('Scan date', cell('Scan date'), readIso);
  const genres = names(['Wine type', 'Regional wine style'].map((column) => reader.name(column, cell(column))));
  const bottles = reader.count(cell('Bottles in cellar'));
  return outcomeOf(reader, {
    thing: thingOf(winery, wine, vintage),
    facts: {
      kind: 'Product',
      name: reader.name('Wine name', words.join(' ')),
      ...(winery !== '' && { brand: winery }),
      ...(genres.length > 0 && { genres }),
      ...yearOf(vintage),
      identifiers: reader.identifiers('Link to wine', 'url', cell('Link to wine')),
    },
    content: {
      ...(given && { ratings: [{ given, ...whenOf(scannedAt) }] }),
      ...wordsOf(reader, cell, { text: 'Your review', note: 'Personal Note' }),
      ...(bottles !== undefined && { owned: { count: bottles } }),
      ...(!given && othersOf(reader, cell, ['Scan date'])),
    },
  });
}
