import { canonicalUrl } from './canonical-url.ts';
import { type Identifier, identifierOf, type Scheme } from './identifier.ts';
import type { ItemKind } from './item.ts';

/**
 * Catalogues that write their own id into the address. Host (without `www.`, `m.` and their like) and path are matched
 * from the start; the groups, joined by slashes, are the value. The kind is what such a page is about, where that is sure.
 */
const CATALOGUES: readonly (readonly [scheme: Scheme, address: RegExp, kind?: ItemKind])[] = [
  ['imdb', /^imdb\.com\/(?:[a-z]{2}\/)?title\/(tt\d+)/u, 'Movie'],
  ['imdb', /^imdb\.com\/(?:[a-z]{2}\/)?name\/(nm\d+)/u, 'Person'],
  ['tmdb', /^themoviedb\.org\/(movie)\/(\d+)/u, 'Movie'],
  ['tmdb', /^themoviedb\.org\/(tv)\/(\d+)(?!.*\/season\/)/u, 'TVSeries'],
  ['wikidata', /^wikidata\.org\/(?:wiki|entity)\/(?:Special:EntityData\/)?(Q\d+)/u],
  ['musicbrainz', /^musicbrainz\.org\/(?:release|release-group)\/([\da-f-]{36})/u, 'MusicAlbum'],
  ['musicbrainz', /^musicbrainz\.org\/(?:recording|work)\/([\da-f-]{36})/u, 'MusicRecording'],
  ['musicbrainz', /^musicbrainz\.org\/artist\/([\da-f-]{36})/u, 'Person'],
  ['openlibrary', /^openlibrary\.org\/(?:works|books)\/(OL\d+[WM])/u, 'Book'],
  ['oclc', /^(?:search\.)?worldcat\.org\/(?:.*\/)?oclc\/(\d+)/u, 'Book'],
  ['oclc', /^(?:search\.)?worldcat\.org\/title\/(\d+)/u, 'Book'],
  ['tvdb', /^thetvdb\.com\/\?.*\bid=(\d+)/u, 'TVSeries'],
  ['trakt', /^trakt\.tv\/(movies)\/([\w-]+)/u, 'Movie'],
  ['trakt', /^trakt\.tv\/(shows)\/([\w-]+)(?!.*\/seasons\/)/u, 'TVSeries'],
  ['letterboxd', /^letterboxd\.com\/film\/([\w-]+)/u, 'Movie'],
  ['boxd', /^boxd\.it\/(\w+)/u],
  ['csfd', /^csfd\.(?:cz|sk)\/film\/(\d+)-[^/]+(?:\/(?!\d)|$)/u, 'Movie'],
  ['douban', /^movie\.douban\.com\/subject\/(\d+)/u, 'Movie'],
  ['douban', /^book\.douban\.com\/subject\/(\d+)/u, 'Book'],
  ['douban', /^music\.douban\.com\/subject\/(\d+)/u, 'MusicAlbum'],
  ['douban', /^douban\.com\/game\/(\d+)/u, 'VideoGame'],
  ['kinopoisk', /^kinopoisk\.ru\/(?:film|series)\/(\d+)/u, 'Movie'],
  ['allocine', /^allocine\.fr\/film\/fichefilm_gen_cfilm=(\d+)/u, 'Movie'],
  ['filmaffinity', /^filmaffinity\.com\/\w+\/film(\d+)/u, 'Movie'],
  ['rottentomatoes', /^rottentomatoes\.com\/(m)\/(\w+)/u, 'Movie'],
  ['rottentomatoes', /^rottentomatoes\.com\/(tv)\/(\w+)/u, 'TVSeries'],
  ['metacritic', /^metacritic\.com\/(movie)\/([\w!+-]+)/u, 'Movie'],
  ['metacritic', /^metacritic\.com\/(game)\/([\w!+-]+)/u, 'VideoGame'],
  ['goodreads', /^goodreads\.com\/(?:[a-z]{2}\/)?book\/show\/(\d+)/u, 'Book'],
  ['librarything', /^librarything\.com\/work\/(\d+)/u, 'Book'],
  ['storygraph', /^app\.thestorygraph\.com\/books\/([\da-f-]{36})/u, 'Book'],
  ['mal', /^myanimelist\.net\/(anime|manga)\/(\d+)/u],
  ['anilist', /^anilist\.co\/(anime|manga)\/(\d+)/u],
  ['steam', /^store\.steampowered\.com\/app\/(\d+)/u, 'VideoGame'],
  ['igdb', /^igdb\.com\/games\/([\w-]+)/u, 'VideoGame'],
  ['mobygames', /^mobygames\.com\/game\/(\d+)/u, 'VideoGame'],
  ['bgg', /^boardgamegeek\.com\/boardgame(?:expansion)?\/(\d+)/u, 'Game'],
  ['discogs', /^discogs\.com\/(?:[a-z]{2}\/)?(?:[^/]+\/)?(release|master)\/(\d+)/u, 'MusicAlbum'],
  ['spotify', /^open\.spotify\.com\/(?:intl-[a-z]+\/)?(album)\/(\w{22})/u, 'MusicAlbum'],
  ['spotify', /^open\.spotify\.com\/(?:intl-[a-z]+\/)?(track)\/(\w{22})/u, 'MusicRecording'],
  ['spotify', /^open\.spotify\.com\/(?:intl-[a-z]+\/)?(show)\/(\w{22})/u, 'PodcastSeries'],
  ['apple', /^(?:music|itunes)\.apple\.com\/(?:[a-z]{2}\/)?album\/(?:[^/]+\/)?(?:id)?(\d+)(?!.*[?&]i=)/u, 'MusicAlbum'],
  ['apple', /^(?:books|itunes)\.apple\.com\/(?:[a-z]{2}\/)?book\/(?:[^/]+\/)?id(\d+)/u, 'Book'],
  ['apple', /^(?:podcasts|itunes)\.apple\.com\/(?:[a-z]{2}\/)?podcast\/(?:[^/]+\/)?id(\d+)/u, 'PodcastSeries'],
  ['apple', /^(?:apps|itunes)\.apple\.com\/(?:[a-z]{2}\/)?app\/(?:[^/]+\/)?id(\d+)/u, 'SoftwareApplication'],
  ['deezer', /^deezer\.com\/(?:[a-z]{2}\/)?(album)\/(\d+)/u, 'MusicAlbum'],
  ['deezer', /^deezer\.com\/(?:[a-z]{2}\/)?(track)\/(\d+)/u, 'MusicRecording'],
  ['rateyourmusic', /^rateyourmusic\.com\/(release)\/(\w+)\/([^/?]+)\/([^/?]+)/u, 'MusicAlbum'],
  [
    'asin',
    /^amazon\.[a-z.]{2,6}\/(?:[^?]*\/)?(?:dp|gp\/product|gp\/aw\/d|product-reviews|ASIN)\/([A-Z\d]{10})(?![A-Z\d])/u,
    'Product',
  ],
];

/** What an address alone says. */
export interface AddressFacts {
  readonly identifier: Identifier;
  /** The kind of item such pages are about, where the address tells. A film's address at IMDb may be a series'. */
  readonly kind?: ItemKind;
}

/**
 * What can be read from an address without opening it.
 *
 * @returns `undefined` when it is no item's page of a catalogue that Sayso knows.
 */
export function factsOfUrl(text: string): AddressFacts | undefined {
  const address = canonicalUrl(text)?.replace(/^https:\/\/(?:www\d?\.|m\.|mobile\.)?/u, '');
  if (address === undefined) {
    return undefined;
  }
  for (const [scheme, pattern, kind] of CATALOGUES) {
    const groups = pattern.exec(address);
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
