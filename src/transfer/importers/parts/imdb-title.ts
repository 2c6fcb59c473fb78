import type { ItemFacts, ItemKind } from '../../../domain/item.ts';
import { valueOf } from '../../../domain/identifier.ts';
import { thingOf } from '../../entry.ts';
import { foldColumn } from '../../fold-column.ts';
import { names } from '../../names.ts';
import { readIso, readNamedMonth } from '../../read-date.ts';
import type { Moment } from '../../../domain/moment.ts';
import type { RowReader } from '../../row-reader.ts';
import type { Cell } from './read-rows.ts';
import { releaseYear } from './release-year.ts';

/** IMDb's scale: whole marks. */
export const IMDB_SCALE = { best: 10, worst: 1 };

/**
 * Title types of all three generations, without letter case, accents, blanks and hyphens. Accounts in other languages export
 * them in theirs: each kind as the words that are enough to tell it, the first kind that has one.
 */
const KINDS: readonly (readonly [ItemKind, RegExp])[] = [
  ['PodcastSeries', /^podcasts?(?!.*(?:episod|folge))|(?:serie|series).*podcast/u],
  ['TVEpisode', /episod|^tvpilot$|fernsehfolge|^folge$/u],
  ['VideoGame', /^(?:video)?games?$|videospiel|videojuego|jeuvideo|videogioco|videogame|jogo/u],
  ['TVSeries', /^tvseries$|serie|dizi/u],
  [
    'Movie',
    /movie|film|short|documentary|documental|dokumentation|video|special|pelicula|metra[jg]|^corto|^curta|kortfilm/u,
  ],
];
/** What has a word of another kind in it. */
const PODCAST_EPISODE = /podcast.*(?:episod|folge)|(?:episod|folge).*podcast/u;

/** What a row of IMDb is about. `undefined`: neither an id nor a title. */
export function imdbTitle(reader: RowReader, cell: Cell): { thing: string; facts: ItemFacts } | undefined {
  const name = reader.name('Title', cell('Title'));
  const identifiers = reader.identifiers('Const', 'imdb', cell('Const'));
  const [id] = identifiers;
  if (id === undefined && name === '') {
    return undefined;
  }
  const originalName = reader.name('Original Title', cell('Original Title'));
  const creators = names(reader.name('Directors', cell('Directors')).split(','));
  const genres = names(reader.name('Genres', cell('Genres')).split(','));
  const year = releaseYear(cell('Year'));
  return {
    thing: id === undefined ? thingOf(name, year.year) : valueOf(id),
    facts: {
      kind: kindOf(reader, cell),
      name,
      ...(originalName !== '' && { originalName }),
      ...(creators.length > 0 && { creators }),
      ...(genres.length > 0 && { genres }),
      ...year,
      identifiers,
    },
  };
}

/** Columns with the person's days. */
export const IMDB_DAYS = ['Date Rated', 'Date Added', 'Created'];

/** `2019-03-09`; `Sat Dec 31 00:00:00 2016` of the first generation. Always a day. */
export function readImdbDay(text: string): Moment | undefined {
  return readIso(text) ?? (/^[A-Z][a-z]{2} [A-Z]/u.test(text) ? readNamedMonth(text) : undefined);
}

function kindOf(reader: RowReader, cell: Cell): ItemKind {
  const type = cell('Title Type');
  const word = foldColumn(type).replaceAll(' ', '');
  const kind = PODCAST_EPISODE.test(word) ? undefined : KINDS.find(([, words]) => words.test(word))?.[0];
  if (kind === undefined) {
    reader.remark('unknown-kind', 'Title Type', type);
  }
  return kind ?? 'CreativeWork';
}
