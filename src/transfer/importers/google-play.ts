/**
 * Google Takeout, reviews in the Play Store: of apps, films, books, music.
 *
 * Source:   takeout.google.com → Google Play Store; the reviews, a JSON file whose name is translated
 * Sample:   tests/fixtures/imports/google-play.json (made up; fields as described by others, no real file seen)
 * Scale:    `starRating` 1 to 5 whole stars; absent means not rated
 * Dates:    `creationTime` in ISO 8601, UTC: when it was written
 * Oddities: each record is wrapped in a `review`; things have no id, only `documentType` and `title`
 */
import type { ItemKind } from '../../domain/item.ts';
import { type Outcome, thingOf } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { readIso } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import { cellsOf, fieldsOf, type JsonObject, listOf } from './parts/json-fields.ts';
import { othersOf } from './parts/others-of.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { whenOf } from './parts/when-of.ts';
import { wordsOf } from './parts/words-of.ts';

const STARS = { best: 5, worst: 1 };
const KINDS: readonly (readonly [RegExp, ItemKind])[] = [
  [/app|game/iu, 'SoftwareApplication'],
  [/movie|film/iu, 'Movie'],
  [/tv|show|season|episode/iu, 'TVSeries'],
  [/book/iu, 'Book'],
  [/album|music/iu, 'MusicAlbum'],
  [/song|track/iu, 'MusicRecording'],
];

export const googlePlay: Importer = {
  id: 'google-play',
  source: 'google-play',

  recognises: (content) => {
    const [first] = content.sort === 'json' ? listOf(content.value) : [];
    const review = reviewOf(first);
    return fieldsOf(review?.['document']) !== undefined && ['starRating', 'comment'].some((name) => has(review, name));
  },

  *read(content) {
    if (googlePlay.recognises(content) && content.sort === 'json') {
      for (const [index, record] of listOf(content.value).entries()) {
        yield readReview(new RowReader(index + 1), reviewOf(record) ?? {});
      }
    }
  },
};

function reviewOf(record: unknown): JsonObject | undefined {
  return fieldsOf(fieldsOf(record)?.['review']);
}

function has(review: JsonObject | undefined, name: string): boolean {
  return review !== undefined && Object.hasOwn(review, name);
}

function readReview(reader: RowReader, review: JsonObject): Outcome {
  const cell = cellsOf(review);
  const document = cellsOf(review['document']);
  const name = reader.name('document.title', document('title'));
  if (name === '') {
    return reader.skip('no-name', 'document.title');
  }
  const type = reader.name('document.documentType', document('documentType'));
  const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1];
  if (kind === undefined) {
    reader.remark('unknown-kind', 'document.documentType', type);
  }
  const given = reader.mark('starRating', cell('starRating'), STARS, 0);
  const at = reader.moment('creationTime', cell('creationTime'), readIso);
  return outcomeOf(reader, {
    thing: thingOf(type, name),
    facts: { kind: kind ?? 'CreativeWork', name, identifiers: [] },
    content: {
      ...(given && { ratings: [{ given, ...whenOf(at) }] }),
      ...wordsOf(reader, cell, { text: 'comment' }),
      ...othersOf(reader, cell, ['title']),
    },
  });
}
