import { describe, expect, it } from 'vitest';
import { traktTable } from '../../../../src/transfer/importers/trakt-table.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'trakt-table.csv';
describeImporterContract(traktTable, FIXTURE);

const HISTORY =
  'watched_at,action,type,title,year,trakt_rating,trakt_id,imdb_id,tmdb_id,tvdb_id,url,released,runtime,season_number,episode_number,episode_title,episode_released,episode_trakt_rating,episode_trakt_id,episode_imdb_id,episode_tmdb_id,episode_tvdb_id,genres';

describe('traktTable', () => {
  const content = fixtureContent(FIXTURE);

  it('reads films, shows, seasons and episodes as the archive’s records have them', () => {
    expect(entriesOf(traktTable, content).slice(0, 4)).toEqual([
      {
        line: 2,
        thing: 'movie/81001',
        facts: {
          kind: 'Movie',
          name: 'The Lighthouse Ledger',
          genres: ['crime', 'drama'],
          year: 2014,
          identifiers: ['imdb:tt1000001', 'tmdb:movie/910001', 'trakt:movies/the-lighthouse-ledger-2014'],
        },
        content: { ratings: [{ given: { value: 9, best: 10, worst: 1 }, at: '2024-03-09T10:30:00.000Z' }] },
      },
      {
        line: 3,
        thing: 'show/82001',
        facts: {
          kind: 'TVSeries',
          name: 'Harbour Nights',
          genres: ['drama'],
          year: 2016,
          identifiers: ['imdb:tt1000002', 'tmdb:tv/920001', 'tvdb:930001', 'trakt:shows/harbour-nights'],
        },
        content: { ratings: [{ given: { value: 10, best: 10, worst: 1 }, at: '2024-03-10T10:30:00.000Z' }] },
      },
      {
        line: 4,
        thing: 'show/82001/season/2',
        facts: { kind: 'TVSeries', name: 'Harbour Nights: Season 2', series: 'Harbour Nights', identifiers: [] },
        content: { ratings: [{ given: { value: 8, best: 10, worst: 1 }, at: '2024-03-11T10:30:00.000Z' }] },
      },
      {
        line: 5,
        thing: 'show/82001/season/1/episode/3',
        facts: { kind: 'TVEpisode', name: 'The Storm', series: 'Harbour Nights', identifiers: ['imdb:tt1000003'] },
        content: { ratings: [{ given: { value: 7, best: 10, worst: 1 }, at: '2024-03-12T10:30:00.000Z' }] },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(traktTable, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 6, reason: 'bad-mark', column: 'rating', value: '11', isSkipped: true },
      { line: 6, reason: 'bad-date', column: 'rated_at', value: '2024-13-12', isSkipped: false },
      { line: 7, reason: 'no-name', column: 'title', isSkipped: true },
      { line: 8, reason: 'unknown-kind', column: 'type', value: 'list', isSkipped: true },
    ]);
  });

  it('reads the history, play by play', () => {
    const history = tableOf(
      HISTORY,
      '2023-05-05T20:00:00Z,scrobble,movie,The Lighthouse Ledger,2014,7.9,81001,tt1000001,910001,,https://trakt.tv/movies/the-lighthouse-ledger-2014,2014-09-05,117,,,,,,,,,,drama',
    );
    expect(traktTable.questions?.(history, 'history.csv')).toEqual([]);
    expect(entriesOf(traktTable, history)[0]?.content).toEqual({ uses: [{ at: '2023-05-05T20:00:00.000Z' }] });
  });

  it('asks what a list is of, and reads its notes', () => {
    const list = tableOf(
      'rank,listed_at,type,title,year,trakt_id,imdb_id,notes',
      '1,2023-05-05T20:00:00Z,movie,Not Yet Seen,2023,81010,tt2000001,Jo says so',
    );
    expect(traktTable.questions?.(list, 'watchlist.csv')).toMatchObject([{ id: 'list', suggested: 'wanted' }]);
    expect(entriesOf(traktTable, list, { answers: { list: 'wanted' } })[0]?.content).toEqual({
      wanted: { at: '2023-05-05T20:00:00.000Z', note: 'Jo says so' },
    });
  });

  it('reads what tools write for Trakt, which has ids and no titles', () => {
    const made = tableOf(
      'imdb_id,tmdb_id,type,watched_at,watchlisted_at,rating,rated_at',
      'tt1000001,,movie,2023-05-05T20:00:00Z,,8,2023-05-06T20:00:00Z',
      'tt2000001,,movie,,2023-05-07T20:00:00Z,,',
    );
    expect(entriesOf(traktTable, made)).toMatchObject([
      {
        facts: { name: '', identifiers: ['imdb:tt1000001'] },
        content: {
          ratings: [{ given: { value: 8 }, at: '2023-05-06T20:00:00.000Z' }],
          uses: [{ at: '2023-05-05T20:00:00.000Z' }],
        },
      },
      { content: { wanted: { at: '2023-05-07T20:00:00.000Z' } } },
    ]);
  });
});
