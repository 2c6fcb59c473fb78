import { describe, expect, it } from 'vitest';
import { traktLists } from '../../../../src/transfer/importers/trakt-lists.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'trakt-lists.json';
describeImporterContract(traktLists, FIXTURE);

describe('traktLists', () => {
  const content = fixtureContent(FIXTURE);

  it('asks what the list is of, and takes the name of the file for a hint', () => {
    const choices = [{ value: 'seen' }, { value: 'wanted' }, { value: 'liked' }];
    const ask = (path: string): unknown => traktLists.questions?.(content, path);
    expect(ask('trakt/lists-watchlist-2.json')).toEqual([{ id: 'list', choices, suggested: 'wanted' }]);
    expect(ask('lists-favorites.json')).toEqual([{ id: 'list', choices, suggested: 'liked' }]);
    expect(ask('lists-list-9-best-of.json')).toEqual([{ id: 'list', choices }]);
  });

  it('asks nothing of a collection', () => {
    const collection = {
      collected_at: '2023-05-05T10:00:00.000Z',
      movie: { title: 'On the Shelf', ids: { trakt: 1 } },
    };
    expect(traktLists.questions?.({ sort: 'json', value: [collection] }, 'x.json')).toEqual([]);
  });

  it('reads films, shows, seasons, episodes and people as wishes, and what is collected as owned', () => {
    expect(entriesOf(traktLists, content, { answers: { list: 'wanted' } })).toEqual([
      {
        line: 1,
        thing: 'movie/81010',
        facts: {
          kind: 'Movie',
          name: 'Not Yet Seen',
          year: 2023,
          identifiers: ['imdb:tt2000001', 'tmdb:movie/910010', 'trakt:movies/not-yet-seen-2023'],
        },
        content: { wanted: { at: '2024-05-01T10:00:00.000Z', note: 'Jo says it is good' } },
      },
      {
        line: 2,
        thing: 'show/82001',
        facts: { kind: 'TVSeries', name: 'Harbour Nights', year: 2016, identifiers: ['trakt:shows/harbour-nights'] },
        content: { wanted: { at: '2024-05-02T10:00:00.000Z' } },
      },
      {
        line: 3,
        thing: 'show/82001/season/3',
        facts: { kind: 'TVSeries', name: 'Harbour Nights: Season 3', series: 'Harbour Nights', identifiers: [] },
        content: { wanted: { at: '2024-05-03T10:00:00.000Z' } },
      },
      {
        line: 4,
        thing: 'show/82001/season/3/episode/1',
        facts: { kind: 'TVEpisode', name: 'Low Tide', series: 'Harbour Nights', identifiers: [] },
        content: { wanted: { at: '2024-05-04T10:00:00.000Z' } },
      },
      {
        line: 5,
        thing: 'person/85001',
        facts: { kind: 'Person', name: 'Ada Marrow', identifiers: ['imdb:nm3000001', 'tmdb:person/930001'] },
        content: { wanted: { at: '2024-05-05T10:00:00.000Z' } },
      },
      {
        line: 6,
        thing: 'movie/81011',
        facts: { kind: 'Movie', name: 'On the Shelf', year: 1999, identifiers: [] },
        content: { owned: { at: '2023-05-05T10:00:00.000Z' } },
      },
    ]);
  });

  it('reads favourites as likes, and the words beside them', () => {
    expect(entriesOf(traktLists, content, { answers: { list: 'liked' } })[0]?.content).toEqual({
      liked: { at: '2024-05-01T10:00:00.000Z' },
      others: { notes: 'Jo says it is good' },
    });
  });

  it('says which records it can’t use', () => {
    expect(outcomesOf(traktLists, content, { answers: { list: 'wanted' } }).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 7, reason: 'no-name', column: 'title', isSkipped: true },
    ]);
  });
});
