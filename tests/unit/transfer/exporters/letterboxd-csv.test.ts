import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../../src/domain/moment.ts';
import { letterboxdCsv } from '../../../../src/transfer/exporters/letterboxd-csv.ts';
import { describeExporterContract } from '../../../contracts/exporter-contract.ts';
import { thing } from '../../../support/export-things.ts';

describeExporterContract(letterboxdCsv, 'Title,Year,imdbID,tmdbID,Rating,WatchedDate,Rewatch,Tags,Review');

const uses = ['2020-02-03', '2021', '2022-05-06'].map((at) => ({ at: at as Moment }));

describe('letterboxdCsv', () => {
  it('writes a row for each day it was seen, mark and words in the last', () => {
    const seen = thing({}, { tags: ['a, b', 'c'], text: 'Good.' }, { sources: [{ uses, note: 'mine' }] });
    const { csv, rows, losses } = letterboxdCsv.write([seen]);
    expect(csv.split('\n').slice(1, 3)).toEqual([
      'M,1931,tt0022100,832,,2020-02-03,,,',
      'M,1931,tt0022100,832,4,2022-05-06,true,"a  b, c",Good.',
    ]);
    expect(rows).toBe(2);
    expect(losses.map(({ reason, value }) => [reason, value])).toEqual([
      ['date-left-out', '2021'],
      ['uses-left-out', '3'],
      ['note-left-out', undefined],
    ]);
  });

  it('does not take the day of a mark for the day it was seen', () => {
    const { csv, losses } = letterboxdCsv.write([thing()]);
    expect(csv.split('\n')[1]).toBe('M,1931,tt0022100,832,4,,,,');
    expect(losses).toMatchObject([{ reason: 'date-left-out', value: '2024-03-09' }]);
  });

  it('rounds to half stars, of two the higher, and says so', () => {
    const { csv, losses } = letterboxdCsv.write([
      thing({}, { given: { value: 4.25, best: 5, worst: 0.5 }, isUndated: true }),
    ]);
    expect(csv).toContain(',4.5,');
    expect(losses).toMatchObject([{ reason: 'rounded', value: '4.25 / 5 → 4.5' }]);
  });
});
