import { type Identifier, valueOf } from '../../../domain/identifier.ts';
import type { ItemFacts } from '../../../domain/item.ts';
import { thingOf } from '../../entry.ts';
import { names } from '../../names.ts';
import type { RowReader } from '../../row-reader.ts';
import { type JsonObject, fieldsOf, listOf, textOf } from './json-fields.ts';
import { episodeFacts, seasonFacts } from './part-of-show.ts';
import { tmdbIdentifiers } from './tmdb-identifiers.ts';
import { releaseYear } from './release-year.ts';

export interface TraktThing {
  readonly thing: string;
  readonly facts: ItemFacts;
}

/** What a record of Trakt can be about, the smallest part first: a rated episode names its show, too. */
export const TRAKT_SORTS = ['person', 'episode', 'season', 'show', 'movie'] as const;
const TMDB_SORTS = { movie: 'movie', show: 'tv', person: 'person' } as const;
export type TraktSort = (typeof TRAKT_SORTS)[number];

/** What a record says it is about, else the smallest thing in it. `undefined`: nothing Trakt knows. */
export function traktSort(record: JsonObject): TraktSort | undefined {
  const type = TRAKT_SORTS.find((sort) => sort === record['type']);
  return type ?? TRAKT_SORTS.find((sort) => fieldsOf(record[sort]) !== undefined);
}

/** The thing a record is about; `undefined` where nothing says what it is. */
export function traktThing(reader: RowReader, record: JsonObject): TraktThing | undefined {
  const sort = traktSort(record);
  switch (sort) {
    case 'movie':
    case 'show':
    case 'person':
      return wholeThing(reader, sort, fieldsOf(record[sort]) ?? {});
    case 'season':
    case 'episode': {
      const part = fieldsOf(record[sort]) ?? {};
      const show = wholeThing(reader, 'show', fieldsOf(record['show']) ?? {});
      return partOf(reader, show, part, numberIn(part[sort === 'season' ? 'number' : 'season']), sort);
    }
    case undefined:
      return undefined;
  }
}

/** An episode of the list of seasons under a show that was watched. */
export function traktEpisode(
  reader: RowReader,
  show: TraktThing,
  season: number,
  episode: JsonObject,
): TraktThing | undefined {
  return partOf(reader, show, episode, season, 'episode');
}

/** A number counted from zero: season 0 are the specials. */
export function numberIn(value: unknown): number | undefined {
  const text = textOf(value);
  return /^\d{1,5}$/u.test(text) ? Number(text) : undefined;
}

function wholeThing(reader: RowReader, sort: 'movie' | 'show' | 'person', fields: JsonObject): TraktThing | undefined {
  const name = reader.name('title', textOf(fields['title']) || textOf(fields['name']));
  const ids = fieldsOf(fields['ids']) ?? {};
  const identifiers = identifiersOf(reader, sort, ids);
  const id = numberIdOf(ids['trakt']);
  if (name === '' && identifiers.length === 0) {
    return undefined;
  }
  const year = releaseYear(textOf(fields['year']));
  const genres = names(listOf(fields['genres']).map((genre) => reader.name('genres', textOf(genre))));
  const [strongest] = identifiers;
  return {
    thing: `${sort}/${id ?? (strongest === undefined ? thingOf(name, year.year) : valueOf(strongest))}`,
    facts: {
      kind: sort === 'movie' ? 'Movie' : sort === 'show' ? 'TVSeries' : 'Person',
      name,
      ...(genres.length > 0 && { genres }),
      ...year,
      identifiers,
    },
  };
}

/** A season or an episode, named by its place in the show, or by its own id where the show or the place is missing. */
function partOf(
  reader: RowReader,
  show: TraktThing | undefined,
  part: JsonObject,
  season: number | undefined,
  sort: 'season' | 'episode',
): TraktThing | undefined {
  const episode = sort === 'episode' ? numberIn(part['number']) : undefined;
  const ids = fieldsOf(part['ids']) ?? {};
  const title = reader.name('title', textOf(part['title']));
  const isPlaced = show !== undefined && season !== undefined && (sort === 'season' || episode !== undefined);
  const id = numberIdOf(ids['trakt']);
  if (!isPlaced && (id === undefined || (title === '' && season === undefined))) {
    return undefined;
  }
  const series = show?.facts.name ?? '';
  const place = `${show?.thing ?? ''}/season/${season ?? 0}${episode === undefined ? '' : `/episode/${episode}`}`;
  const facts =
    sort === 'season' ? seasonFacts(series, season ?? 0) : episodeFacts(series, season ?? 0, episode ?? 0, title);
  return {
    thing: isPlaced ? place : `${sort}/${id ?? ''}`,
    facts: {
      ...facts,
      // Of a part's ids only IMDb's names it among all titles; the others count seasons and episodes on their own.
      identifiers: sort === 'episode' ? reader.identifiers('ids.imdb', 'imdb', textOf(ids['imdb'])) : [],
    },
  };
}

function identifiersOf(reader: RowReader, sort: 'movie' | 'show' | 'person', ids: JsonObject): Identifier[] {
  const slug = textOf(ids['slug']);
  return [
    ...reader.identifiers('ids.imdb', 'imdb', textOf(ids['imdb'])),
    ...tmdbIdentifiers(reader, 'ids.tmdb', TMDB_SORTS[sort], textOf(ids['tmdb'])),
    ...(sort === 'show' ? reader.identifiers('ids.tvdb', 'tvdb', textOf(ids['tvdb'])) : []),
    ...(sort === 'person' || slug === '' ? [] : reader.identifiers('ids.slug', 'trakt', `${sort}s/${slug}`)),
  ];
}

function numberIdOf(value: unknown): string | undefined {
  return /^[1-9]\d{0,14}$/u.exec(textOf(value))?.[0];
}
