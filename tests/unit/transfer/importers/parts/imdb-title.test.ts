import { describe, expect, it } from 'vitest';
import { imdbTitle, readImdbDay } from '../../../../../src/transfer/importers/parts/imdb-title.ts';
import { RowReader } from '../../../../../src/transfer/row-reader.ts';

describe('imdbTitle', () => {
  it.each([
    ['Feature Film', 'Movie'],
    ['movie', 'Movie'],
    ['Movie', 'Movie'],
    ['Film', 'Movie'],
    ['tvMovie', 'Movie'],
    ['TV Movie', 'Movie'],
    ['Short Film', 'Movie'],
    ['short', 'Movie'],
    ['Documentary', 'Movie'],
    ['TV Special', 'Movie'],
    ['Music Video', 'Movie'],
    ['TV Series', 'TVSeries'],
    ['tvSeries', 'TVSeries'],
    ['Mini-Series', 'TVSeries'],
    ['tvMiniSeries', 'TVSeries'],
    ['TV Mini Series', 'TVSeries'],
    ['Serie TV', 'TVSeries'],
    ['tvEpisode', 'TVEpisode'],
    ['TV Episode', 'TVEpisode'],
    ['Video Game', 'VideoGame'],
    ['videoGame', 'VideoGame'],
    ['Podcast Series', 'PodcastSeries'],
    ['constructor', 'CreativeWork'],
  ])('takes the type %s for %s', (type, kind) => {
    const cells: Record<string, string> = { Const: 'tt1000001', Title: 'X', 'Title Type': type };
    expect(imdbTitle(new RowReader(2), (column) => cells[column] ?? '')?.facts.kind).toBe(kind);
  });
});

describe('readImdbDay', () => {
  it.each([
    ['2019-02-28', '2019-02-28'],
    ['Sat Dec 31 00:00:00 2016', '2016-12-31'],
    ['Sun Jan  1 00:00:00 2017', '2017-01-01'],
    ['31.12.2016', undefined],
    ['Marvellous 12, 2016', undefined],
    ['', undefined],
  ])('reads %s as %s', (text, day) => {
    expect(readImdbDay(text)).toBe(day);
  });
});
