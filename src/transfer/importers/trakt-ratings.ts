/**
 * Trakt ratings: films, shows, seasons and episodes, each in a file of its own or all in one.
 *
 * Source:   Settings → Data → Export, `ratings-movies.json` and its like; the same records come from Trakt's interface
 * Sample:   tests/fixtures/imports/trakt-ratings.json (made up; fields of the real files, seen 2026-08)
 * Scale:    `rating` 1 to 10, whole; 0 means the mark was taken back
 * Dates:    `rated_at` as ISO 8601, UTC
 * Oddities: An episode names its show, whose ids are not its own; of its ids only IMDb's can be compared.
 *           Long lists are cut into `ratings-episodes-1.json`, `-2.json`. An empty file is `[]` and can't be told from others
 */
import type { Importer } from '../importer.ts';
import { readTrakt } from './parts/read-trakt.ts';
import { traktFile } from './parts/trakt-said.ts';

export const traktRatings: Importer = {
  id: 'trakt-ratings',
  source: 'trakt',

  recognises: (content) => traktFile(content) === 'ratings',

  *read(content) {
    if (traktRatings.recognises(content)) {
      yield* readTrakt(content);
    }
  },
};
