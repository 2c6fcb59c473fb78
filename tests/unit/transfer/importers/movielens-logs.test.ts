import { describe, expect, it } from 'vitest';
import { movielensLogs } from '../../../../src/transfer/importers/movielens-logs.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-logs.csv';
describeImporterContract(movielensLogs, FIXTURE);

describe('movielensLogs', () => {
  const content = fixtureContent(FIXTURE);

  it('reads ratings with their days, and nothing else', () => {
    const facts = { kind: 'Movie', name: '', identifiers: [] };
    expect(entriesOf(movielensLogs, content)).toEqual([
      {
        line: 3,
        thing: '7001',
        facts,
        content: { ratings: [{ given: { value: 4.5, best: 5, worst: 0.5 }, at: '2020-10-29' }] },
      },
      { line: 4, thing: '7002', facts, content: { ratings: [{ given: { value: 3, best: 5, worst: 0.5 } }] } },
    ]);
  });

  it('says which rows it can’t use, without a word of what was looked at', () => {
    expect(outcomesOf(movielensLogs, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 2, reason: 'says-nothing', isSkipped: true },
      { line: 4, reason: 'bad-date', column: 'datetime', value: '2020-13-29 00:19:08.0', isSkipped: false },
      { line: 5, reason: 'removed', isSkipped: true },
      { line: 6, reason: 'no-record', column: 'log_json', isSkipped: true },
      { line: 7, reason: 'no-name', column: 'log_json', isSkipped: true },
      { line: 8, reason: 'bad-mark', column: 'rating', value: '6', isSkipped: true },
    ]);
  });
});
