import { canonicalUrl } from './canonical-url.ts';
import { gtin14 } from './gtin.ts';
import type { Branded } from './ids.ts';
import { isbn13 } from './isbn.ts';
import { foldBrand, foldModel } from './model-number.ts';

/**
 * `scheme:value`, normalised: names an item across sites. Made by the functions of this file only, so that two that name
 * the same thing in the same scheme are the same text.
 *
 * | scheme | value |
 * |---|---|
 * | `gtin` | 14 digits; never a book's |
 * | `isbn` | 13 digits; what a book's GTIN (978…, 979-1…) becomes, too: `gtin:09780141439600` reads as `isbn:9780141439600` |
 * | `imdb`, `wikidata`, `openlibrary`, `musicbrainz`, … | the catalogue's own id |
 * | `tmdb`, `trakt`, `spotify`, `discogs`, `deezer`, `mal` | its sort, then its id: `movie/603`, `tv/1399`, `album/65Kw…` |
 * | `mpn` | folded brand, then folded part number: `belkin/G1S0001TTBLKCA` |
 * | `asin` | 10 capitals and digits |
 * | `sku` | the host without `www.`, then what the shop calls it: `shop.example/AB 12` |
 * | `url` | the canonical address, without tracking |
 */
export type Identifier = Branded<'Identifier'>;

/**
 * How far an identifier reaches. `strong` names the thing wherever it is met. `site` is one site's own word for it:
 * the same word on the same site is the same thing, and another word says nothing.
 */
export type IdentifierStrength = 'strong' | 'site';

type Normalise = (raw: string) => string | undefined;

/** Longer texts name nothing. An address may be longer than the rest. */
const MAX_LENGTH = 120;

const uuid = matching(/^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/u, 'lower');
const ANIME = /^((?:anime|manga)\/[1-9]\d*)$/u;
const number = matching(/^0*([1-9]\d{0,14})$/u);

/** Every scheme, strongest first, with what makes its value canonical. A group of the pattern is a part of the value. */
const SCHEMES = {
  gtin: gtin14,
  isbn: isbn13,
  imdb: imdbId,
  tmdb: matching(/^(movie|tv|person)\/0*([1-9]\d*)/u, 'lower'),
  wikidata: matching(/^(Q[1-9]\d*)$/u, 'upper'),
  isan: matching(/^(?:ISAN)?((?:[\dA-F]{4}){4})/u, 'compact'),
  eidr: matching(/^(10\.5240\/[\dA-F]{4}(?:-[\dA-F]{4}){4}-[\dA-Z])$/u, 'upper'),
  musicbrainz: uuid,
  openlibrary: matching(/^(OL[1-9]\d*[WMA])$/u, 'upper'),
  oclc: matching(/^(?:oc[mn]|on)?0*([1-9]\d*)$/u, 'lower'),
  mpn: mpnValue,
  tvdb: number,
  trakt: matching(/^((?:movies|shows)\/[a-z0-9][a-z0-9_-]*)$/u, 'lower'),
  letterboxd: matching(/^([a-z0-9][a-z0-9_-]*)$/u, 'lower'),
  boxd: matching(/^([A-Za-z0-9]{1,12})$/u),
  csfd: number,
  douban: number,
  kinopoisk: number,
  rottentomatoes: matching(/^([mt][mv]?\/\w+)$/u, 'lower'),
  goodreads: number,
  librarything: number,
  storygraph: uuid,
  mal: matching(ANIME, 'lower'),
  anilist: matching(ANIME, 'lower'),
  steam: number,
  mobygames: number,
  bgg: number,
  discogs: matching(/^((?:release|master|artist)\/[1-9]\d*)$/u, 'lower'),
  spotify: matching(/^((?:album|track|artist|show|episode)\/[A-Za-z0-9]{22})$/u),
  apple: number,
  deezer: matching(/^((?:album|track|artist|show)\/[1-9]\d*)$/u, 'lower'),
  rateyourmusic: matching(/^(release(?:\/[^/]+){3})$/u, 'lower'),
  asin: matching(/^((?=.*\d)[A-Z0-9]{10})$/u, 'upper'),
  sku: skuValue,
  url: (raw) => canonicalUrl(raw),
} satisfies Record<string, Normalise>;

export type Scheme = keyof typeof SCHEMES;

const ORDER = Object.keys(SCHEMES);

/** Schemes whose values only one site can explain. Equal ones still name one thing. */
const SITE_ONLY: readonly string[] = ['asin', 'sku', 'url'] satisfies Scheme[];

/**
 * Names an item in one scheme.
 *
 * @param raw - as a page, a file or a person wrote it. For `mpn` brand and part number with a slash between,
 *   for `sku` host and number, for `tmdb` and its like the sort and the number.
 * @returns `undefined` when it is not an identifier of that scheme: wrong form, wrong check digit, a shop's own prefix.
 */
export function identifierOf(scheme: Scheme, raw: string): Identifier | undefined {
  if (raw.length > MAX_LENGTH && scheme !== 'url') {
    return undefined;
  }
  const value = SCHEMES[scheme](raw.trim());
  if (value === undefined || value === '') {
    return undefined;
  }
  const isbn = scheme === 'gtin' && value.startsWith('0') ? isbn13(value.slice(1)) : undefined;
  return (isbn === undefined ? `${scheme}:${value}` : `isbn:${isbn}`) as Identifier;
}

/**
 * Reads `scheme:value` from outside: a vendor's call, a file. Schemes are read in any case, and by their other names (`ean`, `isbn13`).
 *
 * @returns `undefined` for a scheme Sayso does not know, or a value that is none of it.
 */
export function readIdentifier(text: string): Identifier | undefined {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(0, colon)).trim().toLowerCase();
  const scheme = name
    .replace(/^(?:gtin|ean|upc)-?\d*$/u, 'gtin')
    .replace(/^isbn-?1[03]$/u, 'isbn')
    .replace(/^mbid$/u, 'musicbrainz');
  return isScheme(scheme) ? identifierOf(scheme, text.slice(colon + 1)) : undefined;
}

/** @param base - what a relative address is relative to */
export function urlIdentifier(address: string, base?: string): Identifier | undefined {
  const canonical = canonicalUrl(address, base);
  return canonical === undefined ? undefined : (`url:${canonical}` as Identifier);
}

/** Brand and part number together name a model, each alone does not. */
export function mpnIdentifier(brand: string, partNumber: string): Identifier | undefined {
  return identifierOf('mpn', `${foldBrand(brand)}/${partNumber}`);
}

/** @param host - the site whose number it is; `www.`, `m.` and the letter case of it do not matter */
export function skuIdentifier(host: string, sku: string): Identifier | undefined {
  return identifierOf('sku', `${host}/${sku}`);
}

/** Strong ones make records from different sites one item. Equal `site` ones are one thing, too, but only ever met there. */
export function strengthOf(identifier: Identifier): IdentifierStrength {
  return SITE_ONLY.includes(schemeOf(identifier)) ? 'site' : 'strong';
}

/** Sorts identifiers strongest first, and the same ones together. */
export function byStrength(left: Identifier, right: Identifier): number {
  const rank = ORDER.indexOf(schemeOf(left)) - ORDER.indexOf(schemeOf(right));
  return rank === 0 ? Number(left > right) - Number(left < right) : rank;
}

export function schemeOf(identifier: Identifier): Scheme {
  return identifier.slice(0, identifier.indexOf(':')) as Scheme;
}

/** What stands behind the scheme. */
export function valueOf(identifier: Identifier): string {
  return identifier.slice(identifier.indexOf(':') + 1);
}

function isScheme(text: string): text is Scheme {
  return Object.hasOwn(SCHEMES, text);
}

/** Takes the groups of a pattern, joined by slashes, after folding the letter case or dropping blanks and hyphens. */
function matching(pattern: RegExp, fold?: 'lower' | 'upper' | 'compact'): Normalise {
  return (raw) => {
    const folded =
      fold === 'lower'
        ? raw.toLowerCase()
        : fold === undefined
          ? raw
          : (fold === 'compact' ? raw.replace(/[\s-]/gu, '') : raw).toUpperCase();
    return pattern.exec(folded)?.slice(1).join('/');
  };
}

/** IMDb counts with at least seven digits; lists elsewhere leave the zeros or the letters off. */
function imdbId(raw: string): string | undefined {
  const match = /^(tt|nm)?0*([1-9]\d{0,9})$/iu.exec(raw);
  return match?.[2] === undefined ? undefined : `${match[1]?.toLowerCase() ?? 'tt'}${match[2].padStart(7, '0')}`;
}

function mpnValue(raw: string): string | undefined {
  const slash = raw.indexOf('/');
  const brand = foldBrand(raw.slice(0, Math.max(0, slash)));
  const model = foldModel(raw.slice(slash + 1));
  return brand === '' || model === '' ? undefined : `${brand}/${model}`;
}

function skuValue(raw: string): string | undefined {
  const match = /^(?:www\.|m\.)?([a-z\d.-]+(?::\d+)?)\/(.+)$/isu.exec(raw);
  const sku = match?.[2]?.replace(/\s+/gu, ' ').trim() ?? '';
  return match?.[1] === undefined || !/[\p{L}\p{N}]/u.test(sku) || /^https?:/iu.test(sku)
    ? undefined
    : `${match[1].toLowerCase()}/${sku}`;
}
