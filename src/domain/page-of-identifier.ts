import { type Identifier, type Scheme, schemeOf, valueOf } from './identifier.ts';

/** Where a catalogue keeps the page of one of its own ids; the id follows, safe in an address. */
const PAGES: Partial<Record<Scheme, (id: string) => string>> = {
  imdb: (id) => `https://www.imdb.com/${id.startsWith('nm') ? 'name' : 'title'}/${id}/`,
  tmdb: (id) => `https://www.themoviedb.org/${id}`,
  wikidata: (id) => `https://www.wikidata.org/entity/${id}`,
  openlibrary: (id) => `https://openlibrary.org/${id.endsWith('W') ? 'works' : 'books'}/${id}`,
  letterboxd: (id) => `https://letterboxd.com/film/${id}/`,
  boxd: (id) => `https://boxd.it/${id}`,
  trakt: (id) => `https://trakt.tv/${id}`,
  goodreads: (id) => `https://www.goodreads.com/book/show/${id}`,
  librarything: (id) => `https://www.librarything.com/work/${id}`,
  steam: (id) => `https://store.steampowered.com/app/${id}`,
  bgg: (id) => `https://boardgamegeek.com/boardgame/${id}`,
  discogs: (id) => `https://www.discogs.com/${id}`,
  spotify: (id) => `https://open.spotify.com/${id}`,
  deezer: (id) => `https://www.deezer.com/${id}`,
  mal: (id) => `https://myanimelist.net/${id}`,
  anilist: (id) => `https://anilist.co/${id}`,
  csfd: (id) => `https://www.csfd.cz/film/${id}`,
  kinopoisk: (id) => `https://www.kinopoisk.ru/film/${id}/`,
  url: (id) => id,
};

/** The address that means this very thing elsewhere, or `undefined` where a scheme has no such page. */
export function pageOfIdentifier(identifier: Identifier): string | undefined {
  const page = PAGES[schemeOf(identifier)]?.(valueOf(identifier));
  return page !== undefined && /^https?:\/\//u.test(page) ? page : undefined;
}
