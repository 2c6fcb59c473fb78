/**
 * Untappd check-ins, as CSV or JSON.
 *
 * Source:   Beer History → Export (for supporters)
 * Sample:   tests/fixtures/imports/untappd.csv (made up; columns of the real file, seen 2025-04)
 * Scale:    `rating_score` 0.25 to 5 in quarters; empty or 0 means not rated
 * Dates:    `created_at` as YYYY-MM-DD HH:MM:SS, UTC: when it was drunk, and rated
 * Oddities: a row is a check-in, so one beer has several rows and several marks; the `global_…` scores are the crowd's; venues,
 *           places, friends and photos are not read
 */
import { type Outcome, thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { readAnyDate } from '../read-any-date.ts';
import { readUtc } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import { cellsOf, isObject } from './parts/json-fields.ts';
import { othersOf } from './parts/others-of.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';
import { wordsOf } from './parts/words-of.ts';

const COLUMNS = ['beer_name', 'brewery_name', 'rating_score'] as const;
const CAPS = { best: 5, worst: 0.25 };

export const untappd: Importer = {
  id: 'untappd',
  source: 'untappd',

  recognises: (content) =>
    content.sort === 'table'
      ? content.table.has(...COLUMNS)
      : content.sort === 'json' && Array.isArray(content.value) && isCheckIn(content.value[0]),

  *read(content) {
    if (content.sort !== 'json') {
      yield* readRows(content, readRow);
    } else if (Array.isArray(content.value)) {
      for (const [index, value] of content.value.entries()) {
        yield readRow(new RowReader(index + 1), cellsOf(value));
      }
    }
  },
};

function readRow(reader: RowReader, cell: Cell): Outcome {
  const name = reader.name('beer_name', cell('beer_name'));
  if (name === '') {
    return reader.skip('no-name', 'beer_name');
  }
  const brand = reader.name('brewery_name', cell('brewery_name'));
  const style = reader.name('beer_type', cell('beer_type'));
  const given = reader.mark('rating_score', cell('rating_score'), CAPS, 0);
  const at = whenOf(reader.moment('created_at', cell('created_at'), (text) => readUtc(text) ?? readAnyDate(text)));
  return outcomeOf(reader, {
    thing: reader.name('bid', cell('bid')) || thingOf(brand, name),
    facts: {
      kind: 'Product',
      name,
      ...(brand !== '' && { brand }),
      ...(style !== '' && { genres: [style] }),
      identifiers: reader.identifiers('beer_url', 'url', cell('beer_url')),
    },
    content: {
      ...(given && { ratings: [{ given, ...at }] }),
      ...wordsOf(reader, cell, { text: 'comment' }),
      uses: [at],
      ...othersOf(reader, cell, ['flavor_profiles', 'serving_type']),
    },
  });
}

function isCheckIn(value: unknown): boolean {
  return isObject(value) && COLUMNS.every((column) => Object.hasOwn(value, column));
}
