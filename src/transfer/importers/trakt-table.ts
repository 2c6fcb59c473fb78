/**
 * Ratings, history, lists and collection of Trakt as tables: what members who pay get of each page, and what tools write that
 * fill Trakt.
 *
 * Source:   any page of one's own → Export CSV; or a file made for Settings → Data → Import
 * Sample:   tests/fixtures/imports/trakt-table.csv (made up; columns of the real file, seen 2024-09)
 * Scale:    `rating` (`my_rating`) 1 to 10, whole; `trakt_rating` is the crowd's
 * Dates:    `rated_at`, `watched_at`, `listed_at`, `collected_at` as ISO 8601, UTC
 * Oddities: An episode's row names its show; its own title and ids stand in `episode_…`. Of a list the columns don't tell what it
 *           is of. A table made for Trakt may lack titles
 */
import type { Content, Importer } from '../importer.ts';
import { LIST_CHOICES, suggestedByPath } from './parts/listed-as.ts';
import { readRows } from './parts/read-rows.ts';
import { readTraktRecord } from './parts/read-trakt.ts';
import { TRAKT_SAYS, traktRow } from './parts/trakt-row.ts';

const IDS = ['trakt_id', 'imdb_id', 'tmdb_id'];

export const traktTable: Importer = {
  id: 'trakt-table',
  source: 'trakt',

  recognises: isTrakt,

  questions: (content, path) =>
    isTrakt(content) && content.table.has('listed_at')
      ? [{ id: 'list', choices: LIST_CHOICES, ...suggestedByPath(path) }]
      : [],

  *read(content, { answers }) {
    if (!isTrakt(content)) {
      return;
    }
    yield* readRows(content, (reader, cell) =>
      readTraktRecord(reader, traktRow(cell), cell('watchlisted_at') === '' ? answers.list : 'wanted'),
    );
  },
};

function isTrakt(content: Content): content is Extract<Content, { sort: 'table' }> {
  return (
    content.sort === 'table' &&
    content.table.has('type') &&
    IDS.some((id) => content.table.has(id)) &&
    TRAKT_SAYS.some(([column]) => column.endsWith('_at') && content.table.has(column))
  );
}
