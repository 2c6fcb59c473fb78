import { describe, expect, it } from 'vitest';
import { traktWatched } from '../../../../src/transfer/importers/trakt-watched.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'trakt-watched.json';
describeImporterContract(traktWatched, FIXTURE);

describe('traktWatched', () => {
  const content = fixtureContent(FIXTURE);

  it('reads the sums of films, of shows and of their episodes', () => {
    expect(entriesOf(traktWatched, content).slice(0, 4)).toEqual([
      {
        line: 1,
        thing: 'movie/81001',
        facts: {
          kind: 'Movie',
          name: 'The Lighthouse Ledger',
          year: 2014,
          identifiers: ['imdb:tt1000001', 'tmdb:movie/910001', 'trakt:movies/the-lighthouse-ledger-2014'],
        },
        content: { uses: [{ at: '2024-03-01T21:00:00.000Z' }], useCount: 2 },
      },
      {
        line: 2,
        thing: 'show/82001',
        facts: {
          kind: 'TVSeries',
          name: 'Harbour Nights',
          year: 2016,
          identifiers: ['tvdb:371980', 'trakt:shows/harbour-nights'],
        },
        content: { uses: [{ at: '2024-03-05T21:00:00.000Z' }] },
      },
      {
        line: 2,
        thing: 'show/82001/season/1/episode/1',
        facts: {
          kind: 'TVEpisode',
          name: 'Harbour Nights: Season 1, Episode 1',
          series: 'Harbour Nights',
          identifiers: [],
        },
        content: { uses: [{ at: '2024-03-04T21:00:00.000Z' }], useCount: 2 },
      },
      {
        line: 2,
        thing: 'show/82001/season/1/episode/2',
        facts: {
          kind: 'TVEpisode',
          name: 'Harbour Nights: Season 1, Episode 2',
          series: 'Harbour Nights',
          identifiers: [],
        },
        content: { uses: [{ at: '2024-03-05T21:00:00.000Z' }] },
      },
    ]);
  });

  it('reads the history play by play, and no time out of the beginning of the clock', () => {
    expect(entriesOf(traktWatched, content).slice(4)).toEqual([
      {
        line: 3,
        thing: 'show/82001/season/1/episode/2',
        facts: { kind: 'TVEpisode', name: 'The Pier', series: 'Harbour Nights', identifiers: ['imdb:tt1000012'] },
        content: { uses: [{ at: '2024-03-05T21:00:00.000Z' }] },
      },
      {
        line: 4,
        thing: 'movie/81005',
        facts: { kind: 'Movie', name: 'Long Ago', year: 1980, identifiers: [] },
        content: { uses: [{}] },
      },
    ]);
  });

  it('says which records it can’t use', () => {
    expect(outcomesOf(traktWatched, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 5, reason: 'says-nothing', isSkipped: true },
    ]);
  });
});
