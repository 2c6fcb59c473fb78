import type { Scheme } from '../../../domain/identifier.ts';
import { t } from '../../i18n.ts';

/** Catalogues and standards are called the same in every language. */
const NAMES: Readonly<Record<Exclude<Scheme, 'mpn' | 'sku' | 'url'>, string>> = {
  gtin: 'GTIN (EAN, UPC)',
  isbn: 'ISBN',
  imdb: 'IMDb',
  tmdb: 'TMDB',
  wikidata: 'Wikidata',
  isan: 'ISAN',
  eidr: 'EIDR',
  musicbrainz: 'MusicBrainz',
  openlibrary: 'Open Library',
  oclc: 'OCLC',
  tvdb: 'TheTVDB',
  trakt: 'Trakt',
  letterboxd: 'Letterboxd',
  boxd: 'boxd.it',
  csfd: 'ČSFD',
  douban: 'Douban',
  kinopoisk: 'Kinopoisk',
  rottentomatoes: 'Rotten Tomatoes',
  goodreads: 'Goodreads',
  librarything: 'LibraryThing',
  storygraph: 'StoryGraph',
  mal: 'MyAnimeList',
  anilist: 'AniList',
  steam: 'Steam',
  mobygames: 'MobyGames',
  bgg: 'BoardGameGeek',
  discogs: 'Discogs',
  spotify: 'Spotify',
  apple: 'Apple',
  deezer: 'Deezer',
  rateyourmusic: 'Rate Your Music',
  asin: 'ASIN',
};

/** What kind of name an identifier is, in words. */
export function schemeName(scheme: Scheme): string {
  switch (scheme) {
    case 'mpn':
    case 'sku':
    case 'url':
      return t(`dashboard_scheme_${scheme}`);
    default:
      return NAMES[scheme];
  }
}
