import { describe, expect, it } from 'vitest';
import { traktBackup } from '../../../../src/transfer/importers/trakt-backup.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'trakt-backup.json';
describeImporterContract(traktBackup, FIXTURE);

describe('traktBackup', () => {
  const content = fixtureContent(FIXTURE);

  it('reads ratings, plays, wishes and likes by the names they lie under', () => {
    expect(entriesOf(traktBackup, content).map(({ line, thing, content: said }) => [line, thing, said])).toEqual([
      [1, 'movie/81001', { ratings: [{ given: { value: 9, best: 10, worst: 1 }, at: '2024-03-09T10:30:00.000Z' }] }],
      [2, 'movie/81001', { uses: [{ at: '2024-03-08T20:00:00.000Z' }] }],
      [4, 'movie/81010', { wanted: { at: '2024-05-01T10:00:00.000Z' } }],
      [5, 'show/82001', { liked: { at: '2024-05-02T10:00:00.000Z' } }],
    ]);
  });

  it('says which records it can’t use, and reads nothing of other people', () => {
    expect(outcomesOf(traktBackup, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 3, reason: 'no-record', isSkipped: true },
    ]);
  });

  it('reads what Trakt takes back, where films and shows lie at the top', () => {
    const value = {
      movies: [{ title: 'Tide', ids: { imdb: 'tt1000001' }, rating: 7, rated_at: '2024-01-01T00:00:00Z' }],
    };
    expect(entriesOf(traktBackup, { sort: 'json', value })).toMatchObject([
      { facts: { kind: 'Movie', name: 'Tide' }, content: { ratings: [{ given: { value: 7 } }] } },
    ]);
  });

  it.each([
    [{ ratings: [] }],
    [{ ratings: [{ rating: 7, title: 'Tide' }] }],
    [{ movies: [{ title: 'Tide', rating: 7 }] }],
  ])('does not take %j for one', (value) => {
    expect(traktBackup.recognises({ sort: 'json', value })).toBe(false);
  });
});
