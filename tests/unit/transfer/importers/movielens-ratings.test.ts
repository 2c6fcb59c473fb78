import { describe, expect, it } from 'vitest';
import { movielensRatings } from '../../../../src/transfer/importers/movielens-ratings.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-ratings.csv';
describeImporterContract(movielensRatings, FIXTURE);

describe('movielensRatings', () => {
  const content = fixtureContent(FIXTURE);

  const HEADER = 'userId,movieId,rating,timestamp';

  it('asks whose rows are meant, and suggests nobody where there are several', () => {
    expect(movielensRatings.questions?.(content, 'x.csv')).toEqual([
      {
        id: 'person',
        choices: [
          { value: '2', label: '2', rows: 5 },
          { value: '1', label: '1', rows: 2 },
          { value: '3', label: '3', rows: 1 },
          { value: 'all' },
        ],
      },
    ]);
  });

  it('suggests the only one', () => {
    expect(movielensRatings.questions?.(tableOf(HEADER, '7,47,4.0,964982703'), 'x.csv')).toEqual([
      { id: 'person', choices: [{ value: '7', label: '7', rows: 1 }, { value: 'all' }], suggested: '7' },
    ]);
  });

  it('offers everybody, those with most rows first, and says how many each has', () => {
    const rows = Array.from({ length: 90 }, (_, person) =>
      Array.from({ length: person + 1 }, (_one, film) => `${person},${film + 1},3,9`),
    );
    const choices = movielensRatings.questions?.(tableOf(HEADER, ...rows.flat()), 'x.csv')[0]?.choices;
    expect(choices?.map(({ value, rows: count }) => [value, count])).toEqual([
      ...Array.from({ length: 90 }, (_, index) => [`${89 - index}`, 90 - index]),
      ['all', undefined],
    ]);
  });

  it('reads the rows of one person, and says of the others that they are not theirs', () => {
    const outcomes = outcomesOf(movielensRatings, content, { answers: { person: '2' } });
    expect(outcomes.flatMap(({ entries }) => entries)).toEqual([
      {
        line: 4,
        thing: '47',
        facts: { kind: 'Movie', name: '', identifiers: [] },
        content: { ratings: [{ given: { value: 3.5, best: 5, worst: 0.5 }, at: '2006-05-17T15:34:04.000Z' }] },
      },
      {
        line: 5,
        thing: '71',
        facts: { kind: 'Movie', name: '', identifiers: [] },
        content: { ratings: [{ given: { value: 5, best: 5, worst: 0.5 }, at: '2006-05-17T15:34:05.000Z' }] },
      },
      {
        line: 6,
        thing: '72',
        facts: { kind: 'Movie', name: '', identifiers: [] },
        content: { ratings: [{ given: { value: 2.5, best: 5, worst: 0.5 } }] },
      },
    ]);
    expect(outcomes.flatMap(({ remarks }) => remarks)).toEqual([
      { line: 2, reason: 'other-person', column: 'userId', value: '1', isSkipped: true },
      { line: 3, reason: 'other-person', column: 'userId', value: '1', isSkipped: true },
      { line: 6, reason: 'bad-date', column: 'timestamp', value: '0', isSkipped: false },
      { line: 7, reason: 'bad-mark', column: 'rating', value: 'NaN', isSkipped: true },
      { line: 8, reason: 'no-name', column: 'movieId', isSkipped: true },
      { line: 9, reason: 'other-person', column: 'userId', value: '3', isSkipped: true },
    ]);
  });

  it('reads every row of all', () => {
    expect(entriesOf(movielensRatings, content, { answers: { person: 'all' } }).map(({ thing }) => thing)).toEqual([
      '47',
      '50',
      '47',
      '71',
      '72',
      '47',
    ]);
  });

  it('reads nobody’s rows where nobody was chosen', () => {
    const outcomes = [...movielensRatings.read(content, { path: 'x', answers: {} })];
    expect(outcomes.map(({ remarks }) => remarks[0]?.reason)).toEqual(Array.from({ length: 8 }, () => 'other-person'));
  });

  it('is not surprised by strange people and numbers', () => {
    const strange = tableOf(
      HEADER,
      '__proto__,47,1e308,99999999999',
      '__proto__,1e5,4,1',
      '__proto__,047,-1,-5',
      '__proto__,047,4,99999999999',
    );
    expect(movielensRatings.questions?.(strange, 'x')[0]?.suggested).toBe('__proto__');
    const outcomes = outcomesOf(movielensRatings, strange);
    expect(outcomes.flatMap(({ entries }) => entries)).toEqual([
      {
        line: 5,
        thing: '47',
        facts: { kind: 'Movie', name: '', identifiers: [] },
        content: { ratings: [{ given: { value: 4, best: 5, worst: 0.5 } }] },
      },
    ]);
    expect(outcomes.map(({ remarks }) => remarks.map(({ reason }) => reason))).toEqual([
      ['bad-mark', 'bad-date'],
      ['no-name'],
      ['bad-mark', 'bad-date'],
      ['bad-date'],
    ]);
  });
});
