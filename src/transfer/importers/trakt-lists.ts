/**
 * Lists of Trakt: the watch-list, the favourites, lists of the person's own, and the collection (what they own).
 *
 * Source:   Settings → Data → Export, `lists-watchlist.json`, `lists-favorites.json`, `lists-list-….json`,
 *           `collection-movies.json`
 * Sample:   tests/fixtures/imports/trakt-lists.json (made up; fields of the real files, seen 2026-08)
 * Scale:    none
 * Dates:    `listed_at`, `collected_at` as ISO 8601, UTC
 * Oddities: All lists have the same fields: what a list is of, the person says; the name of the file suggests it.
 *           `rank` is the order on the list; `notes` are the person's. People can be on a list, too
 */
import { type Importer } from '../importer.ts';
import { fieldsOf, listOf } from './parts/json-fields.ts';
import { LIST_CHOICES, suggestedByPath } from './parts/listed-as.ts';
import { readTrakt } from './parts/read-trakt.ts';
import { traktFile } from './parts/trakt-said.ts';

export const traktLists: Importer = {
  id: 'trakt-lists',
  source: 'trakt',

  recognises: (content) => traktFile(content) === 'lists',

  questions: (content, path) =>
    content.sort === 'json' &&
    listOf(content.value).some((record) => Object.hasOwn(fieldsOf(record) ?? {}, 'listed_at'))
      ? [{ id: 'list', choices: LIST_CHOICES, ...suggestedByPath(path) }]
      : [],

  *read(content, { answers }) {
    if (traktLists.recognises(content)) {
      yield* readTrakt(content, answers.list);
    }
  },
};
