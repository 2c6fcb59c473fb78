import { describe, expect, it } from 'vitest';
import { tmdbRatings } from '../../../../src/transfer/importers/tmdb-ratings.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'tmdb-ratings.csv';
describeImporterContract(tmdbRatings, FIXTURE);

describe('tmdbRatings', () => {
  const content = fixtureContent(FIXTURE);

  it('reads films and series; a full midnight is a day', () => {
    expect(entriesOf(tmdbRatings, content).slice(0, 2)).toEqual([
      {
        line: 2,
        thing: 'movie/910001',
        facts: {
          kind: 'Movie',
          name: 'The Lighthouse Ledger',
          year: 2014,
          identifiers: ['imdb:tt1000001', 'tmdb:movie/910001'],
        },
        content: { ratings: [{ given: { value: 7.5, best: 10, worst: 0.5 }, at: '2022-09-20' }] },
      },
      {
        line: 3,
        thing: 'tv/920001',
        facts: {
          kind: 'TVSeries',
          name: 'Harbour Nights',
          year: 2016,
          identifiers: ['imdb:tt1000002', 'tmdb:tv/920001'],
        },
        content: { ratings: [{ given: { value: 10, best: 10, worst: 0.5 }, at: '2022-09-21T16:22:35.000Z' }] },
      },
    ]);
  });

  it('reads seasons and episodes as things of their own, without the show’s identifiers', () => {
    expect(entriesOf(tmdbRatings, content).slice(2, 5)).toEqual([
      {
        line: 4,
        thing: 'tv/920001/season/2',
        facts: {
          kind: 'TVSeries',
          name: 'Harbour Nights: Season 2',
          series: 'Harbour Nights',
          identifiers: [],
          year: 2017,
        },
        content: { ratings: [{ given: { value: 8, best: 10, worst: 0.5 }, at: '2022-09-22T08:00:00.000Z' }] },
      },
      {
        line: 5,
        thing: 'tv/920001/season/2/episode/3',
        facts: {
          kind: 'TVEpisode',
          name: 'Harbour Nights: Season 2, Episode 3',
          series: 'Harbour Nights',
          identifiers: [],
          year: 2017,
        },
        content: { ratings: [{ given: { value: 0.5, best: 10, worst: 0.5 }, at: '2022-09-23T08:00:00.000Z' }] },
      },
      {
        line: 6,
        thing: 'tv/920001/season/0/episode/1',
        facts: {
          kind: 'TVEpisode',
          name: 'Harbour Nights: Season 0, Episode 1',
          series: 'Harbour Nights',
          identifiers: [],
        },
        content: { ratings: [{ given: { value: 6, best: 10, worst: 0.5 } }] },
      },
    ]);
  });

  it('keeps what it can of bad numbers and of a type it does not know', () => {
    expect(entriesOf(tmdbRatings, content).slice(5)).toEqual([
      {
        line: 8,
        thing: 'movie/910003',
        facts: { kind: 'Movie', name: 'Bad Numbers', identifiers: ['tmdb:movie/910003'] },
        content: { ratings: [{ given: { value: 4, best: 10, worst: 0.5 } }] },
      },
      {
        line: 10,
        thing: 'a box of films',
        facts: { kind: 'CreativeWork', name: 'A Box of Films', identifiers: [] },
        content: { ratings: [{ given: { value: 5, best: 10, worst: 0.5 }, at: '2022-09-25T08:00:00.000Z' }] },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(tmdbRatings, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 7, reason: 'bad-mark', column: 'Your Rating', value: '11', isSkipped: true },
      { line: 8, reason: 'bad-identifier', column: 'IMDb ID', value: 'nonsense', isSkipped: false },
      { line: 8, reason: 'bad-date', column: 'Date Rated', value: 'soon', isSkipped: false },
      { line: 9, reason: 'says-nothing', isSkipped: true },
      { line: 10, reason: 'unknown-kind', column: 'Type', value: 'collection', isSkipped: false },
      { line: 11, reason: 'no-name', column: 'Name', isSkipped: true },
      { line: 12, reason: 'no-name', column: 'Season Number', isSkipped: true },
    ]);
  });

  describe('of a file without marks', () => {
    const list = tableOf(
      'TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated',
      '910009,tt1000009,movie,Not Yet Seen,2021-12-01T00:00:00Z,,,7.833,,2022-02-22T16:22:35Z',
    );

    it('asks what the list is of, and takes the name of the file for a hint', () => {
      const choices = [{ value: 'seen' }, { value: 'wanted' }, { value: 'liked' }];
      const ask = (path: string): unknown => tmdbRatings.questions?.(list, path);
      expect(ask('618d_watchlist_2026.05.25.csv')).toEqual([{ id: 'list', choices, suggested: 'wanted' }]);
      expect(ask('watchlist/618d_favorites.csv')).toEqual([{ id: 'list', choices, suggested: 'liked' }]);
      expect(ask('618d_list.csv')).toEqual([{ id: 'list', choices }]);
      expect(tmdbRatings.questions?.(content, 'watchlist.csv')).toEqual([]);
    });

    it('reads it as that, and as nothing without an answer', () => {
      const said = (answer: string): unknown => entriesOf(tmdbRatings, list, { answers: { list: answer } })[0]?.content;
      expect(said('wanted')).toEqual({ wanted: { at: '2022-02-22T16:22:35.000Z' } });
      expect(said('liked')).toEqual({ liked: { at: '2022-02-22T16:22:35.000Z' } });
      expect(said('seen')).toEqual({ uses: [{}] });
      expect([...tmdbRatings.read(list, { path: 'x', answers: {} })]).toEqual([
        { entries: [], remarks: [{ line: 2, reason: 'says-nothing', isSkipped: true }] },
      ]);
    });
  });
});
