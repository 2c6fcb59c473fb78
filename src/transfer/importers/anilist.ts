/**
 * AniList's copy of a person's data (GDPR), as JSON: list entries, reviews, favourites.
 *
 * Source:   Settings → Account → Download account data
 * Sample:   tests/fixtures/imports/anilist.json (made up; fields of the real file, seen 2025-06)
 * Scale:    `lists[].score` is of 100 in the files seen, whatever the person chose to see there; the file does not say so, and
 *           others tell of 10, 10 with a decimal, 5 or 3. 0 means no score. `reviews[].score` is always of 100
 * Dates:    `updated_at` as YYYY-MM-DD HH:MM:SS of no known zone: days; `finished_on` as YYYYMMDD, zeros for what is unknown
 * Oddities: no titles, only ids; `series_type` 0 is anime and 1 manga, but `favourite_type` 1 is anime and 2 manga (characters
 *           and people follow); `custom_lists` is a text with a 0 or a 1 for each name in `user.custom_lists`; `status` is a
 *           number: 0 current, 1 planning, 2 completed, 3 dropped, 4 paused, 5 repeating
 */
import type { Outcome } from '../entry.ts';
import type { Importer } from '../importer.ts';
import { ANILIST_SCALES, askForAnilistScale } from './parts/anilist-scale.ts';
import { cellsOf, isObject, listAt } from './parts/json-fields.ts';
import { readAnilistEntry } from './parts/read-anilist-entry.ts';
import { readAnilistFavourite, readAnilistReview } from './parts/read-anilist-review.ts';

export const anilist: Importer = {
  id: 'anilist',
  source: 'anilist',

  recognises: (content) => content.sort === 'json' && isObject(content.value) && isAccount(content.value),

  questions: (content) =>
    content.sort === 'json' ? askForAnilistScale(listAt(content.value, 'lists').map(scoreOf)) : [],

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

/** An entry says that it is of a series. Where there is none, a review or a favourite has to. */
function isAccount(value: unknown): boolean {
  return (
    (has(listAt(value, 'lists')[0], 'series_type') && isListOf(value, 'lists', 'series_id')) ||
    (isListOf(value, 'lists', 'series_id') &&
      isListOf(value, 'reviews', 'series_id') &&
      isListOf(value, 'favourites', 'favourite_id') &&
      ['lists', 'reviews', 'favourites'].some((name) => listAt(value, name).length > 0))
  );
}

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

function scoreOf(value: unknown): number {
  return Number(cellsOf(value)('score'));
}

/** The same for an entry of the list and a review of one series. */
function seriesOf(value: unknown): string {
  const cell = cellsOf(value);
  return `${cell('series_type')}/${cell('series_id')}`;
}
