import { describe, expect, it } from 'vitest';
import { movielensOldRatings } from '../../../../src/transfer/importers/movielens-old-ratings.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-old-ratings.csv';
describeImporterContract(movielensOldRatings, FIXTURE);

describe('movielensOldRatings', () => {
  const content = fixtureContent(FIXTURE);
  const all = { answers: { person: 'all' } };

  it('reads whole stars, the first line too, and keeps the films of the first set apart', () => {
    expect(entriesOf(movielensOldRatings, content, all)).toEqual([
      {
        line: 1,
        thing: '100k/242',
        facts: { kind: 'Movie', name: '', identifiers: [] },
        content: { ratings: [{ given: { value: 3, best: 5, worst: 0.5 }, at: '1997-12-04T15:55:49.000Z' }] },
      },
    ]);
    expect(outcomesOf(movielensOldRatings, content, all).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 2, reason: 'bad-mark', column: 'rating', value: '9', isSkipped: true },
      { line: 3, reason: 'bad-mark', column: 'rating', value: 'x', isSkipped: true },
    ]);
  });

  it('reads two colons between cells, and halves', () => {
    const later = tableOf('1::122::4.5::838985046', '1::185::5::838983525', '2::185::3::868245777');
    expect(movielensOldRatings.recognises(later)).toBe(true);
    expect(entriesOf(movielensOldRatings, later, { answers: { person: '1' } })).toMatchObject([
      { line: 1, thing: '122', content: { ratings: [{ given: { value: 4.5 }, at: '1996-08-02T11:24:06.000Z' }] } },
      { line: 2, thing: '185' },
    ]);
  });

  it('asks whose rows are meant, with how many each has', () => {
    const questions = movielensOldRatings.questions?.(tableOf('1\t2\t3\t978300760', '1\t3\t4\t978300761'), '');
    expect(questions).toMatchObject([{ id: 'person', choices: [{ value: '1', rows: 2 }, { value: 'all' }] }]);
  });

  it.each(['196\t242\t3', 'a\tb\t3\t881250949', '1\t2\t7\t881250949', '1\t2\t3\t12', '1\t2\t3\t881250949\t5'])(
    'does not take %j for a rating',
    (line) => {
      expect(movielensOldRatings.recognises(tableOf(line))).toBe(false);
    },
  );
});
