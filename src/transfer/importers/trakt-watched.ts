/**
 * What was watched on Trakt: the history, play by play, and the sums of it for films and shows.
 *
 * Source:   Settings → Data → Export, `watched-history-1.json`, `watched-movies.json`, `watched-shows.json`
 * Sample:   tests/fixtures/imports/trakt-watched.json (made up; fields of the real files, seen 2026-08)
 * Scale:    none: what was watched is not rated
 * Dates:    `watched_at`, `last_watched_at` as ISO 8601, UTC; 1970-01-01 stands for an unknown time
 * Oddities: `plays` of a show count its episodes, so they are not how often it was seen; a show may list its episodes
 *           under `seasons`. What was stopped half-way (`watched-playback.json`) is not watched
 */
import type { Importer } from '../importer.ts';
import { readTrakt } from './parts/read-trakt.ts';
import { traktFile } from './parts/trakt-said.ts';

export const traktWatched: Importer = {
  id: 'trakt-watched',
  source: 'trakt',

  recognises: (content) => traktFile(content) === 'watched',

  *read(content) {
    if (traktWatched.recognises(content)) {
      yield* readTrakt(content);
    }
  },
};
