/**
 * What a member did at MovieLens, click by click. Of it all, ratings are read: this file alone says when they were given.
 *
 * Source:   https://movielens.org → Settings → About your account → Download your activity
 * Sample:   tests/fixtures/imports/movielens-logs.csv (made up; columns as described by others, no real file seen)
 * Scale:    `rating` 0.5 to 5 in halves; 0 and less: the mark was taken back
 * Dates:    `datetime` as YYYY-MM-DD HH:MM:SS.0 of no known zone: days
 * Oddities: the rest of a row is JSON in a cell; films have numbers alone: their names are in the ratings (`movielens-export`).
 *           Pages seen, searches and settings say nothing of a film and are not quoted
 */
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { readIso } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { fieldsOf, type JsonObject, textOf } from './parts/json-fields.ts';
import { movielensId } from './parts/movielens-id.ts';
import { MOVIELENS_SCALE } from './parts/movielens-scale.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';

const COLUMNS = ['datetime', 'login_id', 'action_type', 'log_json'] as const;

export const movielensLogs: Importer = {
  id: 'movielens-logs',
  source: 'movielens',

  recognises: (content) => content.sort === 'table' && content.table.has(...COLUMNS),

  *read(content) {
    if (movielensLogs.recognises(content)) {
      yield* readRows(content, (reader, cell) =>
        cell('action_type') === 'rating' ? readRating(reader, cell) : reader.skip('says-nothing'),
      );
    }
  },
};

function readRating(reader: RowReader, cell: Cell): Outcome {
  const log = logOf(cell('log_json'));
  const thing = movielensId(textOf(log?.['movieId']));
  if (log === undefined || thing === undefined) {
    return reader.skip(log === undefined ? 'no-record' : 'no-name', 'log_json');
  }
  if (Number(textOf(log['rating'])) <= 0) {
    return reader.skip('removed');
  }
  const given = reader.mark('rating', textOf(log['rating']), MOVIELENS_SCALE);
  const at = reader.moment('datetime', cell('datetime'), readIso);
  return outcomeOf(reader, {
    thing,
    facts: { kind: 'Movie', name: '', identifiers: [] },
    content: given ? { ratings: [{ given, ...whenOf(at) }] } : {},
  });
}

function logOf(text: string): JsonObject | undefined {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    // Half a row: the caller tells it.
    return undefined;
  }
}
