import { canonicalUrl } from './canonical-url.ts';
import { type Identifier, identifierOf, type Scheme } from './identifier.ts';
import type { ItemKind } from './item.ts';

/** The scheme, what is left of the address (sub-domain without `www.`, `m.`; path; query), and the kind such pages are about. */
type Row = readonly [scheme: Scheme, pattern: string, kind?: ItemKind];

/**
 * Catalogues that write their own id into the address, by domain. A pattern is matched from the start;
 * its groups, joined by slashes, are the value. No kind where the address does not tell.
 */
const CATALOGUES: Readonly<Record<string, readonly Row[]>> = {
  'imdb.com': [
    ['imdb', '/(?:../)?title/(tt\\d+)', 'Movie'],
    ['imdb', '/(?:../)?name/(nm\\d+)', 'Person'],
  ],
  'themoviedb.org': [
    ['tmdb', '/(movie)/(\\d+)', 'Movie'],
    ['tmdb', '/(tv)/(\\d+)(?!.*/season/)', 'TVSeries'],
  ],
  'wikidata.org': [['wikidata', '/(?:wiki|entity)/(Q\\d+)']],
  'musicbrainz.org': [
    ['musicbrainz', '/release(?:-group)?/([\\da-f-]{36})', 'MusicAlbum'],
    ['musicbrainz', '/(?:recording|work)/([\\da-f-]{36})', 'MusicRecording'],
    ['musicbrainz', '/artist/([\\da-f-]{36})', 'Person'],
  ],
  'openlibrary.org': [['openlibrary', '/(?:works|books)/(OL\\d+[WM])', 'Book']],
  'worldcat.org': [['oclc', '(?:search.)?/(?:.*/oclc|oclc|title)/(\\d+)', 'Book']],
  'trakt.tv': [
    ['trakt', '/(movies)/([\\w-]+)', 'Movie'],
    ['trakt', '/(shows)/([\\w-]+)(?!.*/seasons/)', 'TVSeries'],
  ],
  'letterboxd.com': [['letterboxd', '/film/([\\w-]+)', 'Movie']],
  'boxd.it': [['boxd', '/(\\w+)']],
  'csfd.cz': [['csfd', '/film/(\\d+)-[^/]+(?:/(?!\\d)|$)', 'Movie']],
  'douban.com': [
    ['douban', 'movie./subject/(\\d+)', 'Movie'],
    ['douban', 'book./subject/(\\d+)', 'Book'],
    ['douban', 'music./subject/(\\d+)', 'MusicAlbum'],
    ['douban', '/game/(\\d+)', 'VideoGame'],
  ],
  'kinopoisk.ru': [['kinopoisk', '/(?:film|series)/(\\d+)', 'Movie']],
  'rottentomatoes.com': [
    ['rottentomatoes', '/(m)/(\\w+)', 'Movie'],
    ['rottentomatoes', '/(tv)/(\\w+)', 'TVSeries'],
  ],
  'goodreads.com': [['goodreads', '/(?:../)?book/show/(\\d+)', 'Book']],
  'librarything.com': [['librarything', '/work/(\\d+)', 'Book']],
  'thestorygraph.com': [['storygraph', 'app./books/([\\da-f-]{36})', 'Book']],
  'myanimelist.net': [['mal', '/(anime|manga)/(\\d+)']],
  'anilist.co': [['anilist', '/(anime|manga)/(\\d+)']],
  'steampowered.com': [['steam', 'store./app/(\\d+)', 'VideoGame']],
  'mobygames.com': [['mobygames', '/game/(\\d+)', 'VideoGame']],
  'boardgamegeek.com': [['bgg', '/boardgame(?:expansion)?/(\\d+)', 'Game']],
  'discogs.com': [['discogs', '/(?:../)?(?:[^/]+/)?(release|master)/(\\d+)', 'MusicAlbum']],
  'spotify.com': [
    ['spotify', 'open./(?:intl-../)?(album)/(\\w{22})', 'MusicAlbum'],
    ['spotify', 'open./(?:intl-../)?(track)/(\\w{22})', 'MusicRecording'],
    ['spotify', 'open./(?:intl-../)?(show)/(\\w{22})', 'PodcastSeries'],
  ],
  'apple.com': [
    ['apple', 'music./(?:../)?album/(?:[^/]+/)?(\\d+)(?!.*[?&]i=)', 'MusicAlbum'],
    ['apple', 'books./(?:../)?book/(?:[^/]+/)?id(\\d+)', 'Book'],
    ['apple', 'podcasts./(?:../)?podcast/(?:[^/]+/)?id(\\d+)', 'PodcastSeries'],
    ['apple', 'apps./(?:../)?app/(?:[^/]+/)?id(\\d+)', 'SoftwareApplication'],
  ],
  'deezer.com': [
    ['deezer', '/(?:../)?(album)/(\\d+)', 'MusicAlbum'],
    ['deezer', '/(?:../)?(track)/(\\d+)', 'MusicRecording'],
  ],
  'rateyourmusic.com': [['rateyourmusic', '/(release)/(\\w+)/([^/?]+)/([^/?]+)', 'MusicAlbum']],
  amazon: [
    ['asin', '/(?:[^?]*/)?(?:dp|gp/product|gp/aw/d|product-reviews|ASIN)/([A-Z\\d]{10})(?![A-Z\\d])', 'Product'],
  ],
};

/** The host of an address, without a parser: most links lead to nowhere we know. None with credentials in it. */
const HOST = /^\s*(?:https?:)?\/\/(?:www\d?\.|m\.|mobile\.)?([^\\/:?#@]+)(?::\d+)?(?:[/?#]|$)/iu;
const AMAZON = /^amazon\.(?:com?\.)?[a-z]{2,3}$/u;

/** What an address alone says. */
export interface AddressFacts {
  readonly identifier: Identifier;
  /** What such pages are about. A film's address at IMDb may be a series'. */
  readonly kind?: ItemKind;
}

/**
 * What can be read from an address without opening it.
 *
 * @param text - an absolute address
 * @returns `undefined` when it is no item's page of a catalogue that Sayso knows.
 */
export function factsOfUrl(text: string): AddressFacts | undefined {
  const host = HOST.exec(text.slice(0, 300))?.[1]?.toLowerCase() ?? '';
  const domain = AMAZON.test(host) ? 'amazon' : host.split('.').slice(-2).join('.');
  const rows = Object.hasOwn(CATALOGUES, domain) ? CATALOGUES[domain] : undefined;
  const url = rows && canonicalUrl(text.trim(), 'https://nowhere.invalid');
  const rest = url?.replace(/^https?:\/\/[^/]+/u, host.endsWith(domain) ? host.slice(0, -domain.length) : '');
  for (const [scheme, pattern, kind] of rest === undefined ? [] : (rows ?? [])) {
    const groups = new RegExp(`^${pattern}`, 'u').exec(rest ?? '');
    const identifier = groups && identifierOf(scheme, groups.slice(1).join('/'));
    if (identifier) {
      return kind === undefined ? { identifier } : { identifier, kind };
    }
  }
  return undefined;
}

/**
 * The catalogue ids in an address, strongest first: `https://www.imdb.com/title/tt0133093/` holds `imdb:tt0133093`.
 * A shop's number for a book that is an ISBN-10 is given as both. The address itself is not among them.
 */
export function identifiersOfUrl(text: string): readonly Identifier[] {
  const found = factsOfUrl(text)?.identifier;
  if (found === undefined) {
    return [];
  }
  const isbn = found.startsWith('asin:') ? identifierOf('isbn', found.slice(5)) : undefined;
  return isbn === undefined ? [found] : [isbn, found];
}
