/**
 * Vivino wine list and cellar, as CSV.
 *
 * Source:   Account → Settings → Download my data → `full_wine_list.csv`, `cellar.csv`, `user_prices.csv`
 * Sample:   tests/fixtures/imports/vivino.csv (made up; columns of the real files, seen 2020-06 and 2026-01)
 * Scale:    `Your rating` 1 to 5 in tenths; empty means scanned, not rated
 * Dates:    `Scan date` as YYYY-MM-DD HH:MM:SS of no known zone: a day; for a rated wine the nearest to when it was rated
 * Oddities: a scanned label is not a wine drunk: that it was scanned is kept beside; a `Vintage` may be `U.V.` or `N.V.`, which
 *           older files write as the years 9999 and 8888; somebody named in a review stands there as `@[1|…|name]`;
 *           `Average rating` and `Drinking Window` are the crowd's; where it was scanned and what it cost are not read
 */
import type { SourceContent } from '../../domain/source-record.ts';
import { type Outcome, thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { names } from '../names.ts';
import { readAnyDate } from '../read-any-date.ts';
import { readIso } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import type { Table } from '../table.ts';
import { othersOf } from './parts/others-of.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';
import { wordsOf } from './parts/words-of.ts';
import { yearOf } from './parts/year-of.ts';

const COLUMNS = ['Winery', 'Wine name', 'Vintage'] as const;
/** How the files name the number of bottles that are kept. */
const CELLARS = ['User cellar count', 'Cellar count', 'Bottles in cellar'] as const;
const STARS = { best: 5, worst: 1 };
/** What older files write where a wine has no year, or nobody knows it. */
const NO_YEARS: ReadonlyMap<string, string> = new Map([
  ['8888', 'N.V.'],
  ['9999', 'U.V.'],
]);

export const vivino: Importer = {
  id: 'vivino',
  source: 'vivino',

  recognises: (content) => content.sort === 'table' && isOurs(content.table),

  *read(content) {
    if (content.sort === 'table' && isOurs(content.table)) {
      const isList = content.table.has('Scan date');
      yield* readRows(content, (reader, cell) => readRow(reader, cell, isList));
    }
  },
};

function isOurs(table: Table): boolean {
  return table.has(...COLUMNS) && ['Your rating', ...CELLARS].some((column) => table.has(column));
}

function readRow(reader: RowReader, cell: Cell, isList: boolean): Outcome {
  const winery = reader.name('Winery', cell('Winery'));
  const wine = reader.name('Wine name', cell('Wine name'));
  const year = reader.name('Vintage', cell('Vintage'));
  const vintage = NO_YEARS.get(year) ?? year;
  const words = [winery, wine, ...(/^\d{4}$/u.test(vintage) ? [vintage] : [])];
  if (winery === '' && wine === '') {
    return reader.skip('no-name', 'Wine name');
  }
  const given = reader.mark('Your rating', cell('Your rating'), STARS);
  const scannedAt = reader.moment('Scan date', cell('Scan date'), (text) => readIso(text) ?? readAnyDate(text));
  const genres = names(['Wine type', 'Regional wine style'].map((column) => reader.name(column, cell(column))));
  const wantedAt = reader.moment('Wishlisted date', cell('Wishlisted date'), readIso);
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
      ...wordsOf(reader, cell, { text: 'Your review', note: 'Personal Note' }, withoutMarks),
      ...ownedIn(reader, cell, isList),
      ...(wantedAt !== undefined && { wanted: { at: wantedAt } }),
      ...(!given && othersOf(reader, cell, ['Scan date'])),
    },
  });
}

/** A list has a wine as often as it was scanned, each time with all its bottles: there they are not added up. */
function ownedIn(reader: RowReader, cell: Cell, isList: boolean): Pick<SourceContent, 'owned'> {
  const count = CELLARS.map((column) => reader.count(cell(column))).find((bottles) => bottles !== undefined);
  return count === undefined ? {} : { owned: isList ? {} : { count } };
}

/** `@[1|649078|Cy D]` as `@Cy D`. */
function withoutMarks(text: string): string {
  return text.replace(/@\[\d+\|\d*\|([^\]|]*)\]/gu, '@$1');
}
