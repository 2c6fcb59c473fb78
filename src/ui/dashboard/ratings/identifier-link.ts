import { schemeOf, valueOf, type Identifier, type Scheme } from '../../../domain/identifier.ts';

/** Where the catalogues show what they have under a value. Only those whose address follows from it. */
const PAGES: Partial<Record<Scheme, (value: string) => string>> = {
  imdb: (value) => `https://www.imdb.com/${value.startsWith('nm') ? 'name' : 'title'}/${value}/`,
  tmdb: (value) => `https://www.themoviedb.org/${value}`,
  wikidata: (value) => `https://www.wikidata.org/wiki/${value}`,
  letterboxd: (value) => `https://letterboxd.com/film/${value}/`,
  goodreads: (value) => `https://www.goodreads.com/book/show/${value}`,
  steam: (value) => `https://store.steampowered.com/app/${value}/`,
  bgg: (value) => `https://boardgamegeek.com/boardgame/${value}`,
  spotify: (value) => `https://open.spotify.com/${value}`,
  discogs: (value) => `https://www.discogs.com/${value}`,
  url: (value) => value,
};

/** An identifier as it is shown: what kind of name it is, the name, and where it leads. */
export interface ShownIdentifier {
  readonly scheme: Scheme;
  readonly value: string;
  /** An http(s) address, or `undefined` where the name leads nowhere. */
  readonly href?: string;
}

export function showIdentifier(identifier: Identifier): ShownIdentifier {
  const scheme = schemeOf(identifier);
  const value = valueOf(identifier);
  const href = PAGES[scheme]?.(value);
  return href !== undefined && isWebAddress(href) ? { scheme, value, href } : { scheme, value };
}

// Records come from files and pages, so what says that it is an address is looked at again before it becomes a link.
function isWebAddress(text: string): boolean {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  return protocol === 'https:' || protocol === 'http:';
}
