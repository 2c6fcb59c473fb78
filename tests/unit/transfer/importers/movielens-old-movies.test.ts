import { describe, expect, it } from 'vitest';
import { movielensOldMovies } from '../../../../src/transfer/importers/movielens-old-movies.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-old-movies.csv';
describeImporterContract(movielensOldMovies, FIXTURE);

describe('movielensOldMovies', () => {
  const content = fixtureContent(FIXTURE);

  it('reads titles, years and genres, the first line too', () => {
    expect(entriesOf(movielensOldMovies, content)).toEqual([
      {
        line: 1,
        thing: '7001',
        facts: {
          kind: 'Movie',
          name: 'The Long Thaw',
          year: 1995,
          genres: ['Animation', "Children's", 'Comedy'],
          identifiers: [],
        },
      },
      { line: 2, thing: '7002', facts: { kind: 'Movie', name: 'Harbour', year: 1996, identifiers: [] } },
    ]);
    expect(outcomesOf(movielensOldMovies, content)[2]?.remarks).toEqual([
      { line: 3, reason: 'no-name', column: 'movieId', isSkipped: true },
    ]);
  });

  it('reads the first set’s bars and flags, and keeps its films apart', () => {
    const flags = (...on: readonly number[]): string =>
      Array.from({ length: 19 }, (_flag, at) => (on.includes(at) ? '1' : '0')).join('|');
    const items = tableOf(
      `1|Long Thaw, The (1995)|01-Jan-1995||http://us.imdb.com/M/title-exact?Long%20Thaw|${flags(3, 5)}`,
      `267|unknown||||${flags(0)}`,
    );
    expect(movielensOldMovies.recognises(items)).toBe(true);
    expect(entriesOf(movielensOldMovies, items)).toEqual([
      {
        line: 1,
        thing: '100k/1',
        facts: { kind: 'Movie', name: 'The Long Thaw', year: 1995, genres: ['Animation', 'Comedy'], identifiers: [] },
      },
      { line: 2, thing: '100k/267', facts: { kind: 'Movie', name: 'unknown', identifiers: [] } },
    ]);
  });

  it.each(['1::x::y', 'x::Harbour (1996)::Drama', '1,Harbour (1996),Drama,more'])(
    'does not take %s for a film',
    (line) => {
      expect(movielensOldMovies.recognises(tableOf(line))).toBe(false);
    },
  );
});
