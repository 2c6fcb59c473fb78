import { describe, expect, it } from 'vitest';
import { movielensMemberTags } from '../../../../src/transfer/importers/movielens-member-tags.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-member-tags.csv';
describeImporterContract(movielensMemberTags, FIXTURE);

describe('movielensMemberTags', () => {
  const content = fixtureContent(FIXTURE);

  it('reads a row as one tag, commas and all', () => {
    const facts = {
      kind: 'Movie',
      name: 'The Lighthouse Ledger',
      year: 2014,
      identifiers: ['imdb:tt1000001', 'tmdb:movie/910001'],
    };
    expect(entriesOf(movielensMemberTags, content)).toEqual([
      { line: 2, thing: '7001', facts, content: { tags: ['slow, in a good way'] } },
      { line: 3, thing: '7001', facts, content: { tags: ['sea'] } },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(movielensMemberTags, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'bad-identifier', column: 'imdb_id', value: 'x', isSkipped: false },
      { line: 4, reason: 'says-nothing', isSkipped: true },
      { line: 5, reason: 'no-name', column: 'movie_id', isSkipped: true },
    ]);
  });
});
