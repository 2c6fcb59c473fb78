import { describe, expect, it } from 'vitest';
import { letterboxdFilms } from '../../../../src/transfer/importers/letterboxd-films.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'letterboxd-films.csv';
describeImporterContract(letterboxdFilms, FIXTURE);

describe('letterboxdFilms', () => {
  const content = fixtureContent(FIXTURE);
  const choices = [{ value: 'seen' }, { value: 'wanted' }, { value: 'liked' }];

  it.each([
    ['watched.csv', 'seen'],
    ['letterboxd-jo-2024/watched.csv', 'seen'],
    ['watchlist.csv', 'wanted'],
    ['watchlist-jo-2024-05-01.csv', 'wanted'],
    ['a/likes/films.csv', 'liked'],
    ['a\\likes\\films.csv', 'liked'],
  ])('asks which list it is, and suggests for %s: %s', (path, suggested) => {
    expect(letterboxdFilms.questions?.(content, path)).toEqual([{ id: 'list', choices, suggested }]);
  });

  it.each(['films.csv', 'watched/films.csv', 'my likes.txt'])('suggests nothing for %s', (path) => {
    expect(letterboxdFilms.questions?.(content, path)).toEqual([{ id: 'list', choices }]);
  });

  it.each([
    ['seen', { uses: [{}] }, { uses: [{}] }],
    ['wanted', { wanted: { at: '2024-05-01' } }, { wanted: {} }],
    ['liked', { liked: { at: '2024-05-01' } }, { liked: {} }],
  ])(
    'takes the films for %s as it is told; a day of seeing is never made of the day of the list',
    (list, dated, undated) => {
      expect(entriesOf(letterboxdFilms, content, { answers: { list } })).toEqual([
        {
          line: 2,
          thing: 'the lighthouse ledger | 1961',
          ownId: 'boxd:aB1',
          facts: { kind: 'Movie', name: 'The Lighthouse Ledger', year: 1961, identifiers: ['boxd:aB1'] },
          content: dated,
        },
        {
          line: 3,
          thing: 'salt and tallow',
          ownId: 'boxd:aB2',
          facts: { kind: 'Movie', name: 'Salt and Tallow', identifiers: ['boxd:aB2'] },
          content: undated,
        },
      ]);
    },
  );

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(letterboxdFilms, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 3, reason: 'bad-date', column: 'Date', value: 'yesterday', isSkipped: false },
      { line: 4, reason: 'no-name', column: 'Name', isSkipped: true },
    ]);
  });

  it('reads nothing where nobody said which list it is', () => {
    expect(entriesOf(letterboxdFilms, content, { answers: { list: 'else' } })).toEqual([]);
  });

  it('neither asks about nor reads what was removed', () => {
    expect(letterboxdFilms.questions?.(content, 'deleted/watched.csv')).toEqual([]);
    expect(entriesOf(letterboxdFilms, content, { path: 'deleted/watched.csv', answers: { list: 'seen' } })).toEqual([]);
  });
});
