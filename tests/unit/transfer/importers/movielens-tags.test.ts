import { describe, expect, it } from 'vitest';
import { Gatherer } from '../../../../src/transfer/gather.ts';
import { movielensMovies } from '../../../../src/transfer/importers/movielens-movies.ts';
import { movielensRatings } from '../../../../src/transfer/importers/movielens-ratings.ts';
import { movielensTags } from '../../../../src/transfer/importers/movielens-tags.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-tags.csv';
describeImporterContract(movielensTags, FIXTURE);

describe('movielensTags', () => {
  const content = fixtureContent(FIXTURE);
  const answers = { person: '2' };

  it('asks whose rows are meant', () => {
    expect(movielensTags.questions?.(content, 'x.csv')).toEqual([
      {
        id: 'person',
        choices: [{ value: '2', label: '2', rows: 6 }, { value: '1', label: '1', rows: 1 }, { value: 'all' }],
      },
    ]);
    expect(movielensTags.questions?.(tableOf('userId,movieId,tag,timestamp', '7,47,a,9'), 'x')[0]?.suggested).toBe('7');
  });

  it('reads the tags of one person, each as it is', () => {
    expect(entriesOf(movielensTags, content, { answers }).map(({ thing, content: said }) => [thing, said])).toEqual([
      ['47', { tags: ['lighthouses'] }],
      ['47', { tags: ['salt, tallow'] }],
      ['71', { tags: ['fog'] }],
      ['50', { tags: ['lighthouses'] }],
    ]);
  });

  it('says which rows it can’t use', () => {
    expect(outcomesOf(movielensTags, content, { answers }).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 5, reason: 'other-person', column: 'userId', value: '1', isSkipped: true },
      { line: 6, reason: 'says-nothing', isSkipped: true },
      { line: 7, reason: 'no-name', column: 'movieId', isSkipped: true },
    ]);
  });

  it('reads nobody’s rows where nobody was chosen', () => {
    expect([...movielensTags.read(content, { path: 'x', answers: {} })].flatMap(({ entries }) => entries)).toEqual([]);
  });

  it('gives its tags to the films that other files of the set name and rate', () => {
    const gatherer = new Gatherer();
    [movielensTags, movielensMovies, movielensRatings].forEach((importer, file) => {
      for (const outcome of outcomesOf(importer, fixtureContent(`${importer.id}.csv`), { answers })) {
        gatherer.add(importer, file, outcome);
      }
    });
    const ledger = gatherer.finish().things.find(({ id }) => id === 'movielens 47');
    expect(ledger).toMatchObject({
      facts: { name: 'Ledger of the Lighthouse', year: 1995 },
      content: { tags: ['lighthouses', 'salt, tallow'], ratings: [{ given: { value: 3.5 } }] },
    });
  });
});
