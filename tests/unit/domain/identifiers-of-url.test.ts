import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOfUrl, identifiersOfUrl } from '../../../src/domain/identifiers-of-url.ts';

describe('factsOfUrl', () => {
  it.each([
    ['https://www.imdb.com/title/tt0133093/?ref_=fn', 'imdb:tt0133093', 'Movie'],
    ['https://m.imdb.com/de/title/tt0133093', 'imdb:tt0133093', 'Movie'],
    ['//www.imdb.com/title/tt0133093/maindetails', 'imdb:tt0133093', 'Movie'],
    ['https://www.themoviedb.org/movie/603-the-matrix', 'tmdb:movie/603', 'Movie'],
    ['https://www.themoviedb.org/tv/1399', 'tmdb:tv/1399', 'TVSeries'],
    ['http://www.wikidata.org/entity/Q83495', 'wikidata:Q83495', undefined],
    [
      'https://musicbrainz.org/release-group/1b022e01-4da6-387b-8658-8678046e4cef',
      'musicbrainz:1b022e01-4da6-387b-8658-8678046e4cef',
      'MusicAlbum',
    ],
    ['https://openlibrary.org/works/OL45804W/Fantastic', 'openlibrary:OL45804W', 'Book'],
    ['https://search.worldcat.org/title/A-novel/oclc/687665134', 'oclc:687665134', 'Book'],
    ['https://trakt.tv/shows/silo', 'trakt:shows/silo', 'TVSeries'],
    ['https://letterboxd.com/film/weapons-2025/reviews/', 'letterboxd:weapons-2025', 'Movie'],
    ['https://boxd.it/7lcA', 'boxd:7lcA', undefined],
    ['https://www.csfd.cz/film/8852-pulp-fiction/prehled/', 'csfd:8852', 'Movie'],
    ['https://book.douban.com/subject/1089243/', 'douban:1089243', 'Book'],
    ['https://www.douban.com/game/10734307/', 'douban:10734307', 'VideoGame'],
    ['https://www.rottentomatoes.com/m/toy_story_3/', 'rottentomatoes:m/toy_story_3', 'Movie'],
    ['https://www.goodreads.com/en/book/show/13651.The_Dispossessed', 'goodreads:13651', 'Book'],
    [
      'https://app.thestorygraph.com/books/fbdd6b7c-f512-47f2-aa94-d8bf0d5f5175',
      'storygraph:fbdd6b7c-f512-47f2-aa94-d8bf0d5f5175',
      'Book',
    ],
    ['https://myanimelist.net/anime/1/Cowboy', 'mal:anime/1', undefined],
    ['https://store.steampowered.com/app/620/Portal_2/', 'steam:620', 'VideoGame'],
    ['https://www.mobygames.com/game/51233/portal-2/', 'mobygames:51233', 'VideoGame'],
    ['https://boardgamegeek.com/boardgame/13/catan', 'bgg:13', 'Game'],
    ['https://www.discogs.com/release/249504-Rick-Astley', 'discogs:release/249504', 'MusicAlbum'],
    [
      'https://open.spotify.com/intl-de/album/65KwtzkJXw7oT819NFWmEP',
      'spotify:album/65KwtzkJXw7oT819NFWmEP',
      'MusicAlbum',
    ],
    ['https://www.amazon.co.uk/Some-Thing/dp/B00X4WHP5E/ref=sr_1_1?th=1', 'asin:B00X4WHP5E', 'Product'],
    ['https://www.librarything.com/work/2964', 'librarything:2964', 'Book'],
  ])('reads %s', (url, identifier, kind) => {
    expect(factsOfUrl(url)).toEqual(kind === undefined ? { identifier } : { identifier, kind });
  });

  it.each([
    ['https://www.imdb.com/chart/top/', 'no one thing'],
    ['https://www.imdb.com.evil.example/title/tt0133093/', 'another domain'],
    ['https://imdb.com@evil.example/title/tt0133093/', 'credentials that look like a domain'],
    ['https://imdb.com:443@evil.example/title/tt0133093/', 'credentials that look like a port'],
    ['https://evil.example/https://www.imdb.com/title/tt0133093/', 'an address in a path'],
    ['https://amazon.evil.example/dp/B00X4WHP5E', 'another domain'],
    ['https://www.csfd.cz/film/8852-serial/456-epizoda/', "a series' episode"],
    ['https://www.themoviedb.org/tv/1399-x/season/1', 'a season'],
    ['/title/tt0133093/', 'relative'],
    ['', 'empty'],
  ])('reads nothing from %s: %s', (url) => {
    expect(factsOfUrl(url)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string()), (url) => void factsOfUrl(url)));
  });
});

describe('identifiersOfUrl', () => {
  it("gives a book's number too where the shop's number is one", () => {
    expect(identifiersOfUrl('https://www.amazon.com/dp/0141439602')).toEqual(['isbn:9780141439600', 'asin:0141439602']);
    expect(identifiersOfUrl('https://www.amazon.com/dp/B00X4WHP5E')).toEqual(['asin:B00X4WHP5E']);
    expect(identifiersOfUrl('https://shop.example/p/1')).toEqual([]);
  });
});
