import type { Outcome } from '../../entry.ts';
import { plainText } from '../../plain-text.ts';
import { readIso } from '../../read-date.ts';
import { RowReader } from '../../row-reader.ts';
import { cellsOf } from './json-fields.ts';
import { othersOf } from './others-of.ts';
import { outcomeOf } from './outcome-of.ts';
import { anilistSortOf, readAnilistSeries } from './read-anilist-entry.ts';
import { whenOf } from './when-of.ts';

const REVIEW_SCALE = { best: 100, worst: 1 };

/**
 * A review, its summary above its text. One that is private is a note.
 *
 * @param isScored - whether the person's list has a mark for it: that one is the judgement, the review's is kept beside it
 */
export function readAnilistReview(line: number, value: unknown, isScored: boolean): Outcome {
  const reader = new RowReader(line);
  const cell = cellsOf(value);
  const named = readAnilistSeries(reader, cell, anilistSortOf(cell('series_type')), 'series_id');
  if (!named) {
    return reader.skip('no-name', 'series_id');
  }
  const given = isScored ? undefined : reader.mark('score', cell('score'), REVIEW_SCALE, 0);
  const writtenAt = reader.moment('updated_at', cell('updated_at'), readIso);
  const words = [cell('summary'), cell('text')].filter((part) => part !== '').join('\n\n');
  const text = reader.words('text', plainText(words));
  return outcomeOf(reader, {
    ...named,
    content: {
      ...(given && { ratings: [{ given, ...whenOf(writtenAt) }] }),
      ...(text !== undefined && (cell('private') === '1' ? { note: text } : { text })),
      ...(isScored && othersOf(reader, (column) => (column === 'review score' ? cell('score') : ''), ['review score'])),
    },
  });
}

/** A favourite: liked, at an unknown time. Characters and people can't be. */
export function readAnilistFavourite(line: number, value: unknown): Outcome {
  const reader = new RowReader(line);
  const cell = cellsOf(value);
  const type = cell('favourite_type').toLowerCase();
  const sort = type === '1' || type === 'anime' ? 'anime' : type === '2' || type === 'manga' ? 'manga' : undefined;
  if (sort === undefined) {
    return reader.skip('unknown-kind', 'favourite_type', type);
  }
  const named = readAnilistSeries(reader, cell, sort, 'favourite_id');
  return named ? outcomeOf(reader, { ...named, content: { liked: {} } }) : reader.skip('no-name', 'favourite_id');
}
