/**
 * AniList's copy of a person's data (GDPR), as JSON: list entries, reviews, favourites.
 *
 * Source:   Settings → Account → Download account data
 * Sample:   tests/fixtures/imports/anilist.json (made up; fields of the real file, seen 2025-06)
 * Scale:    `lists[].score` is on the scale the person chose there, which the file does not name: 100, 10, 10 with a decimal, 5
 *           or 3. 0 means no score. `reviews[].score` is always of 100
 * Dates:    `updated_at` as YYYY-MM-DD HH:MM:SS of no known zone: days; `finished_on` as YYYYMMDD, zeros for what is unknown
 * Oddities: no titles, only ids; `series_type` 0 is anime and 1 manga, but `favourite_type` 1 is anime and 2 manga (characters
 *           and people follow); `custom_lists` is a text that holds the positions of names in `user.custom_lists`
 */
import type { Outcome } from '../entry.ts';
import type { Importer, Question } from '../importer.ts';
import { cellsOf, isObject, listAt } from './parts/json-fields.ts';
import { ANILIST_SCALES, readAnilistEntry } from './parts/read-anilist-entry.ts';
import { readAnilistFavourite, readAnilistReview } from './parts/read-anilist-review.ts';

export const anilist: Importer = {
  id: 'anilist',
  source: 'anilist',
  label: 'AniList account data',

  recognises: (content) =>
    content.sort === 'json' &&
    isObject(content.value) &&
    isListOf(content.value, 'lists', 'series_id') &&
    isListOf(content.value, 'reviews', 'series_id') &&
    isListOf(content.value, 'favourites', 'favourite_id') &&
    ['lists', 'reviews', 'favourites'].some((name) => listAt(content.value, name).length > 0),

  questions: (content) => (content.sort === 'json' ? questionsOf(listAt(content.value, 'lists')) : []),

  *read(content, { answers }): Iterable<Outcome> {
    if (content.sort !== 'json' || !isObject(content.value)) {
      return;
    }
    const lists = listAt(content.value, 'lists');
    const scale = ANILIST_SCALES.get(answers.scale ?? '');
    for (const [index, value] of lists.entries()) {
      yield readAnilistEntry(index + 1, value, { scale, user: content.value['user'] });
    }
    const scored = new Set(lists.filter((value) => scoreOf(value) > 0).map(seriesOf));
    for (const [index, value] of listAt(content.value, 'reviews').entries()) {
      yield readAnilistReview(index + 1, value, scored.has(seriesOf(value)));
    }
    for (const [index, value] of listAt(content.value, 'favourites').entries()) {
      yield readAnilistFavourite(index + 1, value);
    }
  },
};

/** Whether there is a list of that name, the first of which, if any, has that field. */
function isListOf(value: unknown, name: string, field: string): boolean {
  const list = listAt(value, name);
  return (
    isObject(value) &&
    Object.hasOwn(value, name) &&
    Array.isArray(value[name]) &&
    (list.length === 0 || has(list[0], field))
  );
}

function has(value: unknown, field: string): boolean {
  return isObject(value) && Object.hasOwn(value, field);
}

/** A mark over 10 tells, and so does a fraction; a list without marks leaves nothing to ask. */
function questionsOf(lists: readonly unknown[]): Question[] {
  const scores = lists.map(scoreOf).filter((score) => score > 0);
  const suggested = scores.some((score) => score > 10)
    ? '100'
    : scores.some((score) => !Number.isInteger(score))
      ? '10-decimal'
      : undefined;
  const choices = [...ANILIST_SCALES.keys()].map((value) => ({ value }));
  return scores.length === 0 ? [] : [{ id: 'scale', choices, ...(suggested !== undefined && { suggested }) }];
}

function scoreOf(value: unknown): number {
  return Number(cellsOf(value)('score'));
}

/** The same for an entry of the list and a review of one series. */
function seriesOf(value: unknown): string {
  const cell = cellsOf(value);
  return `${cell('series_type')}/${cell('series_id')}`;
}
