import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../../src/domain/moment.ts';
import { parseTable } from '../../../../src/transfer/csv.ts';
import { storygraphCsv } from '../../../../src/transfer/exporters/storygraph-csv.ts';
import { describeExporterContract } from '../../../contracts/exporter-contract.ts';
import { thing } from '../../../support/export-things.ts';

describeExporterContract(
  storygraphCsv,
  'Title,Authors,Contributors,ISBN/UID,Format,Read Status,Date Added,Last Date Read,Dates Read,Read Count,Moods,Pace,Character- or Plot-Driven?,Strong Character Development?,Loveable Characters?,Diverse Characters?,Flawed Characters?,Star Rating,Review,Content Warnings,Content Warning Description,Tags,Owned?',
);

describe('storygraphCsv', () => {
  it('writes quarters of stars, the days it was read, and what is owned', () => {
    const uses = ['2020-02-03', '2022-05-06'].map((at) => ({ at: at as Moment }));
    const { csv, losses } = storygraphCsv.write([
      thing(
        { kind: 'Book', creators: ['A', 'B'] },
        { given: { value: 4.25, best: 5, worst: 0 }, text: 'a < b' },
        { sources: [{ uses, owned: {}, note: 'mine' }] },
      ),
    ]);
    const table = parseTable(csv);
    const cell = (name: string) => table.cell(table.rows[0]!, name);
    expect(
      ['ISBN/UID', 'Authors', 'Star Rating', 'Dates Read', 'Last Date Read', 'Date Added', 'Review', 'Owned?'].map(
        cell,
      ),
    ).toEqual([
      '9780141439600',
      'A, B',
      '4.25',
      '2020/02/03, 2022/05/06',
      '2022/05/06',
      '2024/03/09',
      'a &lt; b',
      'Yes',
    ]);
    expect(losses.map(({ reason }) => reason)).toEqual(['note-left-out']);
  });

  it('says of a book without a number that it is found by name alone', () => {
    const { losses } = storygraphCsv.write([thing({ kind: 'Book', identifiers: [] })]);
    expect(losses.map(({ reason }) => reason)).toEqual(['only-by-name']);
  });
});
