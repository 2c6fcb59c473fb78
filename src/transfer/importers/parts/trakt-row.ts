import { identifiersOfUrl } from '../../../domain/identifiers-of-url.ts';
import { valueOf } from '../../../domain/identifier.ts';
import type { JsonObject } from './json-fields.ts';
import type { Cell } from './read-rows.ts';

/** Columns that say what the person did, with the field of Trakt's records that means the same. */
export const TRAKT_SAYS: readonly (readonly [column: string, field: string])[] = [
  ['rated_at', 'rated_at'],
  ['rating', 'rating'],
  ['my_rating', 'rating'],
  ['watched_at', 'watched_at'],
  ['last_watched_at', 'last_watched_at'],
  ['plays', 'plays'],
  ['listed_at', 'listed_at'],
  ['watchlisted_at', 'listed_at'],
  ['collected_at', 'collected_at'],
  ['notes', 'notes'],
];

/** What is a show, or a part of one. */
const SHOWS = ['show', 'season', 'episode'];

/** A row of a table of Trakt's as the record that stands for it in the files of the archive. */
export function traktRow(cell: Cell): JsonObject {
  const type = cell('type').toLowerCase().replace(/s$/u, '');
  const whole = thingOf(cell, '', type === 'movie' ? 'movies' : 'shows');
  const said = TRAKT_SAYS.filter(([column]) => cell(column) !== '').map(([column, field]) => [field, cell(column)]);
  const part =
    type === 'episode'
      ? { episode: { ...thingOf(cell, 'episode_'), season: cell('season_number'), number: cell('episode_number') } }
      : type === 'season'
        ? { season: { number: cell('season_number') } }
        : {};
  return {
    type,
    ...(type === 'movie' || type === 'person' ? { [type]: whole } : SHOWS.includes(type) && { show: whole }),
    ...part,
    ...(Object.fromEntries(said) as JsonObject),
  };
}

function thingOf(cell: Cell, prefix: '' | 'episode_', sort?: 'movies' | 'shows'): JsonObject {
  const slug = identifiersOfUrl(cell('url'))
    .map(valueOf)
    .find((value) => sort !== undefined && value.startsWith(`${sort}/`));
  return {
    title: cell(`${prefix}title`),
    ...(prefix === '' && { year: cell('year'), genres: cell('genres').split(',') }),
    ids: {
      trakt: cell(`${prefix}trakt_id`),
      imdb: cell(`${prefix}imdb_id`),
      tmdb: cell(`${prefix}tmdb_id`),
      tvdb: cell(`${prefix}tvdb_id`),
      ...(slug !== undefined && { slug: slug.slice(slug.indexOf('/') + 1) }),
    },
  };
}
