import { describe, expect, it } from 'vitest';
import { movielensLinks } from '../../../../src/transfer/importers/movielens-links.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-links.csv';
describeImporterContract(movielensLinks, FIXTURE);

describe('movielensLinks', () => {
  const content = fixtureContent(FIXTURE);

  it('says what the films are elsewhere, and nothing of anybody', () => {
    expect(entriesOf(movielensLinks, content)).toEqual([
      { line: 2, thing: '47', facts: { kind: 'Movie', name: '', identifiers: ['imdb:tt0114369', 'tmdb:movie/807'] } },
      { line: 3, thing: '50', facts: { kind: 'Movie', name: '', identifiers: ['imdb:tt0133093'] } },
      { line: 5, thing: '72', facts: { kind: 'Movie', name: '', identifiers: ['imdb:tt9114814'] } },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(movielensLinks, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'says-nothing', isSkipped: true },
      { line: 5, reason: 'bad-identifier', column: 'tmdbId', value: 'nonsense', isSkipped: false },
      { line: 6, reason: 'no-name', column: 'movieId', isSkipped: true },
    ]);
  });
});
