/**
 * What the person wrote on Trakt: comments and reviews for all, notes for themselves.
 *
 * Source:   Settings → Data → Export, `comments-movies.json`, `notes-shows.json` and their like
 * Sample:   tests/fixtures/imports/trakt-comments.json (made up; fields of the real files, seen 2026-08)
 * Scale:    none; the mark beside a comment is the one of `trakt-ratings`
 * Dates:    `created_at` of a comment, which Sayso does not keep
 * Oddities: The text lies in an object of its own: `comment.comment`, `note.notes`. An answer to somebody's comment
 *           (`parent_id`) is no review. Comments on lists are of nothing that could be rated
 */
import type { Importer } from '../importer.ts';
import { readTrakt } from './parts/read-trakt.ts';
import { traktFile } from './parts/trakt-said.ts';

export const traktComments: Importer = {
  id: 'trakt-comments',
  source: 'trakt',

  recognises: (content) => traktFile(content) === 'words',

  *read(content) {
    if (traktComments.recognises(content)) {
      yield* readTrakt(content);
    }
  },
};
