import { describe, expect, it } from 'vitest';
import { traktRatings } from '../../../../src/transfer/importers/trakt-ratings.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, contentOf } from '../../../support/read-content.ts';

const FIXTURE = 'trakt-ratings.json';
describeImporterContract(traktRatings, FIXTURE);

describe('traktRatings', () => {
  const content = fixtureContent(FIXTURE);

  it('reads films and shows with every identifier that can be compared', () => {
    expect(entriesOf(traktRatings, content).slice(0, 2)).toEqual([
      {
        line: 1,
        thing: 'movie/81001',
        facts: {
          kind: 'Movie',
          name: 'The Lighthouse Ledger',
          genres: ['crime', 'drama'],
          year: 2014,
          identifiers: ['imdb:tt1000001', 'tmdb:movie/910001', 'trakt:movies/the-lighthouse-ledger-2014'],
        },
        content: { ratings: [{ given: { value: 9, best: 10, worst: 1 }, at: '2024-01-15T10:30:00.000Z' }] },
      },
      {
        line: 2,
        thing: 'show/82001',
        facts: {
          kind: 'TVSeries',
          name: 'Harbour Nights',
          year: 2016,
          identifiers: ['imdb:tt1000002', 'tmdb:tv/920001', 'tvdb:371980', 'trakt:shows/harbour-nights'],
        },
        content: { ratings: [{ given: { value: 10, best: 10, worst: 1 }, at: '2024-01-16T10:30:00.000Z' }] },
      },
    ]);
  });

  it('reads seasons and episodes as things of their own, without the show’s identifiers', () => {
    expect(entriesOf(traktRatings, content).slice(2, 5)).toEqual([
      {
        line: 3,
        thing: 'show/82001/season/2',
        facts: { kind: 'TVSeries', name: 'Harbour Nights: Season 2', series: 'Harbour Nights', identifiers: [] },
        content: { ratings: [{ given: { value: 7, best: 10, worst: 1 }, at: '2024-01-17T10:30:00.000Z' }] },
      },
      {
        line: 4,
        thing: 'show/82001/season/2/episode/3',
        facts: { kind: 'TVEpisode', name: 'The Storm', series: 'Harbour Nights', identifiers: ['imdb:tt1000003'] },
        content: { ratings: [{ given: { value: 8, best: 10, worst: 1 }, at: '2024-01-18T10:30:00.000Z' }] },
      },
      {
        line: 5,
        thing: 'show/82001/season/0/episode/1',
        facts: {
          kind: 'TVEpisode',
          name: 'Harbour Nights: Season 0, Episode 1',
          series: 'Harbour Nights',
          identifiers: [],
        },
        content: { ratings: [{ given: { value: 6, best: 10, worst: 1 }, at: '2024-01-18T10:30:00.000Z' }] },
      },
    ]);
  });

  it('keeps what it can of a record', () => {
    expect(entriesOf(traktRatings, content).slice(5)).toEqual([
      {
        line: 6,
        thing: 'movie/81002',
        facts: { kind: 'Movie', name: 'Bad Day', identifiers: [] },
        content: { ratings: [{ given: { value: 5, best: 10, worst: 1 } }] },
      },
    ]);
  });

  it('says which records and fields it can’t use', () => {
    expect(outcomesOf(traktRatings, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 6, reason: 'bad-identifier', column: 'ids.imdb', value: 'none', isSkipped: false },
      { line: 6, reason: 'bad-date', column: 'rated_at', value: 'soon', isSkipped: false },
      { line: 7, reason: 'bad-mark', column: 'rating', value: '11', isSkipped: true },
      { line: 8, reason: 'says-nothing', isSkipped: true },
      { line: 9, reason: 'no-name', column: 'title', isSkipped: true },
      { line: 10, reason: 'unknown-kind', column: 'type', value: 'hologram', isSkipped: true },
      { line: 11, reason: 'no-record', isSkipped: true },
    ]);
  });

  it('reads records that do not say their type, or have no show', () => {
    const bare = contentOf(
      'x.json',
      JSON.stringify([
        { rating: 5, movie: { title: 'Bare', year: 2001 } },
        { rating: 6, episode: { season: 1, number: 2, title: 'Alone', ids: { trakt: 5 } } },
        { rating: 7, episode: { season: 1, number: 2, ids: {} } },
        { rating: 8, season: { number: 4, ids: { trakt: 6 } } },
      ]),
    );
    expect(traktRatings.recognises(bare)).toBe(true);
    expect(entriesOf(traktRatings, bare)).toEqual([
      {
        line: 1,
        thing: 'movie/bare | 2001',
        facts: { kind: 'Movie', name: 'Bare', year: 2001, identifiers: [] },
        content: { ratings: [{ given: { value: 5, best: 10, worst: 1 } }] },
      },
      {
        line: 2,
        thing: 'episode/5',
        facts: { kind: 'TVEpisode', name: 'Alone', identifiers: [] },
        content: { ratings: [{ given: { value: 6, best: 10, worst: 1 } }] },
      },
      {
        line: 4,
        thing: 'season/6',
        facts: { kind: 'TVSeries', name: 'Season 4', identifiers: [] },
        content: { ratings: [{ given: { value: 8, best: 10, worst: 1 } }] },
      },
    ]);
  });

  it.each([
    [
      'what was stopped half-way',
      { progress: 25, paused_at: '2026-08-19T21:09:06.000Z', type: 'movie', movie: { title: 'X' } },
    ],
    ['what is hidden', { hidden_at: '2024-05-09T14:53:35.000Z', type: 'show', show: { title: 'X' } }],
    ['lists of lists', { name: 'Mine', privacy: 'private', ids: { trakt: 9, slug: 'mine' } }],
    ['marks of somebody else’s things', { rating: 4, type: 'movie', title: 'X' }],
  ])('does not recognise %s', (_what, record) => {
    expect(traktRatings.recognises({ sort: 'json', value: [record] })).toBe(false);
  });

  it('never throws, whatever a record holds', () => {
    const hostile = JSON.parse(
      '[{"rating":1,"movie":{"title":"First","ids":{"trakt":1}}},{"__proto__":{"rating":1},"rating":1e308,"type":"movie","movie":{"title":["x"],"ids":[]}},{"rating":{"a":1},"type":"show","show":7},{"rating":true,"rated_at":{},"type":"episode","episode":[],"show":null},{"rating":"9","type":"constructor","movie":{"title":"\\ud800\\u202e","year":-1,"ids":{"tmdb":1.5,"slug":"../x"}}},null,[[]]]',
    ) as unknown;
    const outcomes = outcomesOf(traktRatings, { sort: 'json', value: hostile });
    expect(outcomes.filter(({ entries, remarks }) => entries.length + remarks.length === 0)).toEqual([]);
    expect(outcomes.flatMap(({ entries }) => entries).map(({ line, facts }) => [line, facts])).toEqual([
      [1, { kind: 'Movie', name: 'First', identifiers: [] }],
      [5, { kind: 'Movie', name: '\uFFFD', identifiers: [] }],
    ]);
  });
});
