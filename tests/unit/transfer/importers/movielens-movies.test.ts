import { describe, expect, it } from 'vitest';
import { movielensMovies } from '../../../../src/transfer/importers/movielens-movies.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-movies.csv';
describeImporterContract(movielensMovies, FIXTURE);

describe('movielensMovies', () => {
  const content = fixtureContent(FIXTURE);

  it('describes films, and says nothing of anybody', () => {
    expect(entriesOf(movielensMovies, content)).toEqual([
      {
        line: 2,
        thing: '47',
        facts: {
          kind: 'Movie',
          name: 'Ledger of the Lighthouse',
          year: 1995,
          genres: ['Adventure', 'Drama'],
          identifiers: [],
        },
      },
      { line: 3, thing: '50', facts: { kind: 'Movie', name: 'The Harbour', year: 1999, identifiers: [] } },
      {
        line: 4,
        thing: '71',
        facts: {
          kind: 'Movie',
          name: 'A Night at the Quay (La Nuit au quai) (a.k.a. The Quay)',
          year: 2001,
          genres: ['Drama'],
          identifiers: [],
        },
      },
      {
        line: 5,
        thing: '72',
        facts: { kind: 'Movie', name: 'Harbour Stories', year: 2006, genres: ['Drama'], identifiers: [] },
      },
      { line: 6, thing: '73', facts: { kind: 'Movie', name: '(500) Knots', genres: ['Romance'], identifiers: [] } },
    ]);
  });

  it('says which rows it can’t use', () => {
    expect(outcomesOf(movielensMovies, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 7, reason: 'no-name', column: 'title', isSkipped: true },
      { line: 8, reason: 'no-name', column: 'movieId', value: 'x', isSkipped: true },
    ]);
  });
});
