import { canonicalUrl } from './canonical-url.ts';
import { type Identifier, identifierOf, type Scheme } from './identifier.ts';
import type { ItemKind } from './item.ts';

/**
 * Catalogues that write their own id into the address, a row each: the domain; the scheme; what is left of the address
 * (sub-domain without `www.` and `m.`, path, query) as a pattern from the start, whose groups, joined by slashes, are the
 * value; and the kind such pages are about, where the address tells.
 */
const ROWS = `
imdb.com imdb /(?:../)?title/(tt\\d+) Movie
themoviedb.org tmdb /(movie)/(\\d+) Movie
themoviedb.org tmdb /(tv)/(\\d+)(?!.*/season/) TVSeries
wikidata.org wikidata /(?:wiki|entity)/(Q\\d+)
musicbrainz.org musicbrainz /release(?:-group)?/([\\da-f-]{36}) MusicAlbum
musicbrainz.org musicbrainz /recording/([\\da-f-]{36}) MusicRecording
openlibrary.org openlibrary /(?:works|books)/(OL\\d+[WM]) Book
worldcat.org oclc (?:search.)?/(?:.*/)?(?:oclc|title)/(\\d+) Book
trakt.tv trakt /(movies)/([\\w-]+) Movie
trakt.tv trakt /(shows)/([\\w-]+)(?!.*/seasons/) TVSeries
letterboxd.com letterboxd /film/([\\w-]+) Movie
boxd.it boxd /(\\w+)
csfd.cz csfd /film/(\\d+)-[^/]+(?:/(?!\\d)|$) Movie
douban.com douban movie./subject/(\\d+) Movie
douban.com douban book./subject/(\\d+) Book
douban.com douban music./subject/(\\d+) MusicAlbum
douban.com douban /game/(\\d+) VideoGame
rottentomatoes.com rottentomatoes /(m)/(\\w+) Movie
rottentomatoes.com rottentomatoes /(tv)/(\\w+) TVSeries
goodreads.com goodreads /(?:../)?book/show/(\\d+) Book
librarything.com librarything /work/(\\d+) Book
thestorygraph.com storygraph app./books/([\\da-f-]{36}) Book
myanimelist.net mal /(anime|manga)/(\\d+)
steampowered.com steam store./app/(\\d+) VideoGame
mobygames.com mobygames /game/(\\d+) VideoGame
boardgamegeek.com bgg /boardgame(?:expansion)?/(\\d+) Game
discogs.com discogs /(?:../)?(?:[^/]+/)?(release|master)/(\\d+) MusicAlbum
spotify.com spotify open./(?:intl-../)?(album)/(\\w{22}) MusicAlbum
spotify.com spotify open./(?:intl-../)?(track)/(\\w{22}) MusicRecording
spotify.com spotify open./(?:intl-../)?(show)/(\\w{22}) PodcastSeries
amazon asin /(?:[^?]*/)?(?:dp|gp/product|gp/aw/d|product-reviews)/([A-Z\\d]{10})(?![A-Z\\d]) Product`;

interface Row {
  readonly scheme: Scheme;
  readonly pattern: RegExp;
  readonly kind: ItemKind | undefined;
}

const ROWS_OF_DOMAIN = new Map<string, Row[]>();
for (const row of ROWS.trim().split('\n')) {
  const [domain = '', scheme, pattern = '', kind] = row.split(' ');
  const rows = ROWS_OF_DOMAIN.get(domain) ?? [];
  rows.push({ scheme: scheme as Scheme, pattern: new RegExp(`^${pattern}`, 'u'), kind: kind as ItemKind | undefined });
  ROWS_OF_DOMAIN.set(domain, rows);
}

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
  const rows = ROWS_OF_DOMAIN.get(domain) ?? [];
  const url = rows.length > 0 ? canonicalUrl(text.trim(), 'https://nowhere.invalid') : undefined;
  const rest = url?.replace(/^https?:\/\/[^/]+/u, host.slice(0, host.endsWith(domain) ? -domain.length : 0)) ?? '';
  for (const { scheme, pattern, kind } of rows) {
    const groups = pattern.exec(rest);
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
