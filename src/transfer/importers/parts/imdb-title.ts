import type { ItemFacts, ItemKind } from '../../../domain/item.ts';
import { valueOf } from '../../../domain/identifier.ts';
import { thingOf } from '../../entry.ts';
import { names } from '../../names.ts';
import { readIso, readNamedMonth } from '../../read-date.ts';
import type { Moment } from '../../../domain/moment.ts';
import type { RowReader } from '../../row-reader.ts';
import type { Cell } from './read-rows.ts';
import { releaseYear } from './release-year.ts';

/** IMDb's scale: whole marks. */
export const IMDB_SCALE = { best: 10, worst: 1 };

/** Title types of all three generations, without letter case, blanks and hyphens; some accounts export them in Italian. */
const KINDS = new Map(
  Object.entries<ItemKind>({
    movie: 'Movie',
    film: 'Movie',
    featurefilm: 'Movie',
    documentary: 'Movie',
    short: 'Movie',
    shortfilm: 'Movie',
    tvmovie: 'Movie',
    tvshort: 'Movie',
    tvspecial: 'Movie',
    video: 'Movie',
    musicvideo: 'Movie',
    tvseries: 'TVSeries',
    serietv: 'TVSeries',
    tvminiseries: 'TVSeries',
    miniseries: 'TVSeries',
    miniserietv: 'TVSeries',
    tvepisode: 'TVEpisode',
    tvpilot: 'TVEpisode',
    videogame: 'VideoGame',
    podcastseries: 'PodcastSeries',
  }),
);

/** What a row of IMDb is about. `undefined`: neither an id nor a title. */
export function imdbTitle(reader: RowReader, cell: Cell): { thing: string; facts: ItemFacts } | undefined {
  const column = cell('const') === '' ? 'Const' : 'const';
  const name = reader.name('Title', cell('Title'));
  const identifiers = reader.identifiers(column, 'imdb', cell(column));
  const [id] = identifiers;
  if (id === undefined && name === '') {
    return undefined;
  }
  const creators = names(reader.name('Directors', cell('Directors')).split(','));
  const genres = names(reader.name('Genres', cell('Genres')).split(','));
  const year = releaseYear(cell('Year'));
  return {
    thing: id === undefined ? thingOf(name, year.year) : valueOf(id),
    facts: {
      kind: kindOf(reader, cell),
      name,
      ...(creators.length > 0 && { creators }),
      ...(genres.length > 0 && { genres }),
      ...year,
      identifiers,
    },
  };
}

/** `2019-03-09`; `Sat Dec 31 00:00:00 2016` of the first generation. Always a day. */
export function readImdbDay(text: string): Moment | undefined {
  return readIso(text) ?? (/^[A-Z][a-z]{2} [A-Z]/u.test(text) ? readNamedMonth(text) : undefined);
}

function kindOf(reader: RowReader, cell: Cell): ItemKind {
  const column = cell('Title type') === '' ? 'Title Type' : 'Title type';
  const type = cell(column);
  const kind = KINDS.get(type.toLowerCase().replace(/[\s-]/gu, ''));
  if (kind === undefined) {
    reader.remark('unknown-kind', column, type);
  }
  return kind ?? 'CreativeWork';
}
