import { describe, expect, it } from 'vitest';
import { movielensExport } from '../../../../src/transfer/importers/movielens-export.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-export.csv';
describeImporterContract(movielensExport, FIXTURE);

describe('movielensExport', () => {
  const content = fixtureContent(FIXTURE);

  it('reads marks, which have no day, with what the films are elsewhere', () => {
    expect(entriesOf(movielensExport, content)).toEqual([
      {
        line: 2,
        thing: '47',
        facts: {
          kind: 'Movie',
          name: 'Ledger of the Lighthouse',
          year: 1995,
          identifiers: ['imdb:tt0114369', 'tmdb:movie/807'],
        },
        content: { ratings: [{ given: { value: 4.5, best: 5, worst: 0.5 } }] },
      },
      {
        line: 3,
        thing: '50',
        facts: { kind: 'Movie', name: 'The Harbour', year: 1999, identifiers: ['imdb:tt0133093', 'tmdb:movie/603'] },
        content: { ratings: [{ given: { value: 0.5, best: 5, worst: 0.5 } }] },
      },
      {
        line: 5,
        thing: 'unnumbered | 1998',
        facts: { kind: 'Movie', name: 'Unnumbered', year: 1998, identifiers: [] },
        content: { ratings: [{ given: { value: 3, best: 5, worst: 0.5 } }] },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(movielensExport, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'bad-mark', column: 'rating', value: '-1', isSkipped: true },
      { line: 6, reason: 'no-name', column: 'movie_id', isSkipped: true },
    ]);
  });
});
