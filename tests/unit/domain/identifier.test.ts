import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byStrength,
  type Identifier,
  identifierOf,
  mpnIdentifier,
  readIdentifier,
  type Scheme,
  schemeOf,
  skuIdentifier,
  strengthOf,
  urlIdentifier,
  valueOf,
} from '../../../src/domain/identifier.ts';

describe('identifierOf', () => {
  it.each<[Scheme, string, string]>([
    ['gtin', '4006381333931', 'gtin:04006381333931'],
    ['isbn', '0141439602', 'isbn:9780141439600'],
    ['imdb', 'tt0133093', 'imdb:tt0133093'],
    ['imdb', 'TT00133093', 'imdb:tt0133093'],
    ['imdb', '114709', 'imdb:tt0114709'],
    ['imdb', 'nm0000206', 'imdb:nm0000206'],
    ['tmdb', 'movie/603-the-matrix', 'tmdb:movie/603'],
    ['tmdb', 'tv/1399', 'tmdb:tv/1399'],
    ['wikidata', 'q83495', 'wikidata:Q83495'],
    ['isan', 'ISAN 0000-0001-8947-0000-8-0000-0000-D', 'isan:0000000189470000'],
    ['eidr', '10.5240/7791-8534-2c23-9030-8610-5', 'eidr:10.5240/7791-8534-2C23-9030-8610-5'],
    ['musicbrainz', '1B022E01-4DA6-387B-8658-8678046E4CEF', 'musicbrainz:1b022e01-4da6-387b-8658-8678046e4cef'],
    ['openlibrary', 'ol45804w', 'openlibrary:OL45804W'],
    ['letterboxd', 'Weapons-2025', 'letterboxd:weapons-2025'],
    ['boxd', '7lcA', 'boxd:7lcA'],
    ['goodreads', '0013651', 'goodreads:13651'],
    ['steam', '620', 'steam:620'],
    ['discogs', 'release/249504', 'discogs:release/249504'],
    ['asin', 'b00x4whp5e', 'asin:B00X4WHP5E'],
    ['url', 'http://shop.example/a?utm_source=x', 'url:https://shop.example/a'],
  ])('names %s %j', (scheme, raw, expected) => {
    expect(identifierOf(scheme, raw)).toBe(expected);
  });

  it('names a book by its ISBN whichever way it is told, and sheet music by its GTIN', () => {
    expect(identifierOf('gtin', '9780141439600')).toBe('isbn:9780141439600');
    expect(identifierOf('gtin', '09780141439600')).toBe('isbn:9780141439600');
    expect(identifierOf('gtin', '9790060115615')).toBe('gtin:09790060115615');
  });

  it.each<[Scheme, string]>([
    ['gtin', '2001234567893'],
    ['imdb', 'tt0'],
    ['imdb', 'Weapons'],
    ['tmdb', '603'],
    ['wikidata', 'P31'],
    ['asin', 'ABCDEFGHIJ'],
    ['musicbrainz', 'not-a-uuid'],
    ['url', 'javascript:alert(1)'],
    ['sku', 'shop.example/ '],
    ['sku', 'shop.example/https://shop.example/p/1'],
    ['mpn', '/AB12'],
    ['goodreads', '1'.repeat(5000)],
  ])('refuses %s %j', (scheme, raw) => {
    expect(identifierOf(scheme, raw)).toBeUndefined();
  });
});

describe('readIdentifier', () => {
  it.each([
    ['imdb:tt0133093', 'imdb:tt0133093'],
    [' EAN: 4006381333931', 'gtin:04006381333931'],
    ['gtin13:9780141439600', 'isbn:9780141439600'],
    ['ISBN-10:0141439602', 'isbn:9780141439600'],
    ['mbid:1b022e01-4da6-387b-8658-8678046e4cef', 'musicbrainz:1b022e01-4da6-387b-8658-8678046e4cef'],
    ['url:https://shop.example/a:b', 'url:https://shop.example/a:b'],
    ['sku:www.Shop.example/AB  12', 'sku:shop.example/AB 12'],
  ])('reads %j', (text, expected) => {
    expect(readIdentifier(text)).toBe(expected);
  });

  it.each(['', ':', 'imdb', 'imdb:', '__proto__:x', 'constructor:x', 'toString:1', 'nonsense:1', 'gtin:1'])(
    'refuses %j',
    (text) => {
      expect(readIdentifier(text)).toBeUndefined();
    },
  );

  it('gives back every identifier it gave', () => {
    const values = fc.oneof(fc.stringMatching(/^[a-z]{1,8}:[\w/. -]{1,40}$/u), fc.string());
    const prefixes = fc.constantFrom(
      'gtin:',
      'isbn:',
      'imdb:tt',
      'tmdb:movie/',
      'mpn:acme/',
      'sku:shop.example/',
      'asin:',
      'trakt:shows/',
    );
    fc.assert(
      fc.property(prefixes, values, (prefix, rest) => {
        for (const text of [rest, prefix + rest]) {
          const once = readIdentifier(text);
          expect(once === undefined ? undefined : readIdentifier(once)).toBe(once);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('brand and part number', () => {
  it.each([
    ['Belkin', 'G1S0001tt-BLK CA', 'mpn:belkin/G1S0001TTBLKCA'],
    ['BELKIN®', 'g1s0001ttblkca', 'mpn:belkin/G1S0001TTBLKCA'],
    ['Söhne & Co', 'BL/2210', 'mpn:sohneco/BL2210'],
  ])('fold %s and %s to one name', (brand, part, expected) => {
    expect(mpnIdentifier(brand, part)).toBe(expected);
  });

  it.each([
    ['Unbranded', 'AB12'],
    ['Does not apply', 'AB12'],
    ['', 'AB12'],
    ['Acme', 'Fake Wounds'],
    ['Acme', '1'],
    ['Acme', 'N/A'],
  ])('name nothing when they are %j and %j', (brand, part) => {
    expect(mpnIdentifier(brand, part)).toBeUndefined();
  });
});

describe('what only a site can mean', () => {
  it('is bound to the site, port and all, without www', () => {
    expect(skuIdentifier('www.shop.example', 'A 1')).toBe('sku:shop.example/A 1');
    expect(skuIdentifier('localhost:8081', 'A1')).toBe('sku:localhost:8081/A1');
    expect(skuIdentifier('', 'A1')).toBeUndefined();
  });

  it('is of site strength, and all else is strong', () => {
    const ids = ['asin:B00X4WHP5E', 'sku:shop.example/1', 'url:https://shop.example/'].map(
      (text) => readIdentifier(text)!,
    );
    expect(ids.map(strengthOf)).toEqual(['site', 'site', 'site']);
    expect(strengthOf(readIdentifier('mpn:acme/AB12')!)).toBe('strong');
    expect(strengthOf(readIdentifier('gtin:4006381333931')!)).toBe('strong');
  });

  it('comes last when sorted by strength', () => {
    const texts = [
      'url:https://shop.example/a',
      'mpn:acme/AB12',
      'sku:shop.example/1',
      'imdb:tt0133093',
      'gtin:4006381333931',
    ];
    const sorted = texts.map((text) => readIdentifier(text)!).sort(byStrength);
    expect(sorted.map(schemeOf)).toEqual(['gtin', 'imdb', 'mpn', 'sku', 'url']);
  });
});

it('takes an identifier apart where it was put together', () => {
  const identifier = urlIdentifier('/a?b=1', 'https://shop.example/x') as Identifier;
  expect(identifier).toBe('url:https://shop.example/a?b=1');
  expect([schemeOf(identifier), valueOf(identifier)]).toEqual(['url', 'https://shop.example/a?b=1']);
});
