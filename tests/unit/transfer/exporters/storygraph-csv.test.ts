import { describe, expect, it } from 'vitest';
import type { Intention } from '../../../../src/domain/intention.ts';
import type { Moment } from '../../../../src/domain/moment.ts';
import { parseTable } from '../../../../src/transfer/csv.ts';
import { storygraphCsv } from '../../../../src/transfer/exporters/storygraph-csv.ts';
import { storygraph } from '../../../../src/transfer/importers/storygraph.ts';
import { describeExporterContract } from '../../../contracts/exporter-contract.ts';
import { entriesOf } from '../../../contracts/importer-contract.ts';
import { thing } from '../../../support/export-things.ts';

describeExporterContract(
  storygraphCsv,
  'Title,Authors,Contributors,ISBN/UID,Format,Read Status,Date Added,Last Date Read,Dates Read,Read Count,Moods,Pace,Character- or Plot-Driven?,Strong Character Development?,Loveable Characters?,Diverse Characters?,Flawed Characters?,Star Rating,Review,Content Warnings,Content Warning Description,Tags,Owned?',
  () => storygraph,
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
    expect(losses.map(({ reason }) => reason)).toEqual(['date-left-out', 'note-left-out']);
  });

  it('says of a book without a number that it is found by name alone', () => {
    const { losses } = storygraphCsv.write([thing({ kind: 'Book', identifiers: [] })]);
    expect(losses.map(({ reason }) => reason)).toEqual(['only-by-name']);
  });

  const readBack = (csv: string) => entriesOf(storygraph, { sort: 'table', table: parseTable(csv) });
  const given = { value: 4.25, best: 5, worst: 0 };

  it('comes back by the importer as it was, but for the year', () => {
    const uses = ['2019', '2020-02', '2024-03-09'].map((at) => ({ at: at as Moment }));
    const { csv, losses } = storygraphCsv.write([
      thing(
        { kind: 'Book', name: 'Ledger, the "Last"', creators: ['Ada Marrow', 'Ben Quill'], year: 1861 },
        { given, text: 'Good & <short>.\nAgain.', tags: ['sea', 'b'] },
        { sources: [{ uses, useCount: 4, owned: {}, others: { 'Date Added': '2018/12/31' } }] },
      ),
    ]);
    expect(readBack(csv)).toEqual([
      {
        line: 2,
        thing: '9780141439600',
        facts: {
          kind: 'Book',
          name: 'Ledger, the "Last"',
          creators: ['Ada Marrow', 'Ben Quill'],
          identifiers: ['isbn:9780141439600'],
        },
        content: {
          ratings: [{ given, at: '2024-03-09' }],
          text: 'Good & <short>.\nAgain.',
          tags: ['sea', 'b'],
          uses,
          useCount: 4,
          owned: {},
          others: { 'Date Added': '2018/12/31' },
        },
      },
    ]);
    expect(losses).toEqual([]);
  });

  it('writes a wish, unrated, and what was said of a book without a mark', () => {
    const { rating: _rating, ...unrated } = thing({ kind: 'Book' });
    const wish = { wantedAt: '2024-05-01', note: 'from Jo' } as Intention;
    const { csv, losses } = storygraphCsv.write([
      { ...unrated, intention: wish },
      { ...unrated, sources: [{ uses: [{}], text: 'Words.', tags: ['sea'] }] },
    ]);
    expect(readBack(csv).map(({ content }) => content)).toEqual([
      { wanted: { at: '2024-05-01' } },
      { uses: [{}], text: 'Words.', tags: ['sea'] },
    ]);
    expect(losses.map(({ reason, value }) => [reason, value])).toEqual([['note-left-out', 'from Jo']]);
  });

  it('says what does not come back: how many copies, since when, a day of the mark that is none', () => {
    const { csv, losses } = storygraphCsv.write([
      thing(
        { kind: 'Book' },
        { given: { value: 0, best: 5, worst: 0 }, ratedAt: '2024-03' as Moment },
        { sources: [{ owned: { count: 2, at: '2020-01-01' as Moment } }] },
      ),
    ]);
    expect(readBack(csv)[0]?.content).toEqual({
      ratings: [{ given: { value: 0.25, best: 5, worst: 0 } }],
      uses: [{}],
      owned: {},
    });
    expect(losses.map(({ reason, value }) => [reason, value])).toEqual([
      ['date-left-out', '2024-03'],
      ['rounded', '0 / 5 → 0.25'],
      ['owned-left-out', '2'],
      ['date-left-out', '2020-01-01'],
    ]);
  });
});
