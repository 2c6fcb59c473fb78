import { describe, expect, it } from 'vitest';
import type { Intention } from '../../../../src/domain/intention.ts';
import type { Moment } from '../../../../src/domain/moment.ts';
import { parseTable } from '../../../../src/transfer/csv.ts';
import { goodreadsCsv } from '../../../../src/transfer/exporters/goodreads-csv.ts';
import { goodreadsLibrary } from '../../../../src/transfer/importers/goodreads-library.ts';
import type { ExportThing } from '../../../../src/transfer/exporter.ts';
import { describeExporterContract } from '../../../contracts/exporter-contract.ts';
import { thing } from '../../../support/export-things.ts';
import { id } from '../../../support/samples.ts';
import { entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';

describeExporterContract(
  goodreadsCsv,
  'Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Recommended For,Recommended By,Owned Copies,Original Purchase Date,Original Purchase Location,Condition,Condition Description,BCID',
  () => goodreadsLibrary,
);

describe('goodreadsCsv', () => {
  it('comes back by the importer as it was', () => {
    const at = '2024-03-09' as Moment;
    const { csv, losses } = goodreadsCsv.write([
      thing(
        { kind: 'Book', name: 'Ledger', creators: ['Ada Marrow', 'Ben Quill'], year: 1861 },
        { given: { value: 5, best: 5, worst: 1 }, text: 'Good & <short>.\nAgain.', tags: ['sea', 'b'] },
        { sources: [{ uses: [{ at }], useCount: 2, note: 'lent', owned: { count: 1 } }] },
      ),
    ]);
    const entries = entriesOf(goodreadsLibrary, { sort: 'table', table: parseTable(csv) });
    expect(entries).toEqual([
      {
        line: 2,
        thing: '101',
        facts: {
          kind: 'Book',
          name: 'Ledger',
          creators: ['Ada Marrow', 'Ben Quill'],
          year: 1861,
          identifiers: ['isbn:9780141439600', 'goodreads:101'],
        },
        content: {
          ratings: [{ given: { value: 5, best: 5, worst: 1 }, at }],
          text: 'Good & <short>.\nAgain.',
          note: 'lent',
          tags: ['sea', 'b'],
          uses: [{ at }],
          useCount: 2,
          owned: { count: 1 },
        },
      },
    ]);
    expect(losses).toEqual([]);
  });

  it('threat 27: gets back without the guard what a spreadsheet would have run', () => {
    const { csv } = goodreadsCsv.write([thing({ kind: 'Book', name: '=1+1' }, { text: '-2 stars, really' })]);
    expect(csv).toContain("'=1+1");
    const [entry] = entriesOf(goodreadsLibrary, { sort: 'table', table: parseTable(csv) });
    expect(entry).toMatchObject({ facts: { name: '=1+1' }, content: { text: '-2 stars, really' } });
  });

  it.each([
    ['by its ISBN', ['isbn:9780141439600'], 'isbn:9780141439600', []],
    ['by title and author', [], 'ledger | ada marrow', ['only-by-name']],
  ])('comes back without a number of Goodreads: %s', (_how, identifiers, name, told) => {
    const book = thing(
      { kind: 'Book', name: 'Ledger', creators: ['Ada Marrow'], identifiers: identifiers.map(id) },
      { given: { value: 5, best: 5, worst: 1 } },
    );
    const { csv, losses } = goodreadsCsv.write([book]);
    const [outcome] = outcomesOf(goodreadsLibrary, { sort: 'table', table: parseTable(csv) });
    expect(outcome?.remarks).toEqual([]);
    expect(outcome?.entries).toMatchObject([{ thing: name, facts: { name: 'Ledger', identifiers } }]);
    expect(losses.map(({ reason }) => reason)).toEqual(told);
  });

  it('says that the day of a mark has no place beside the day of reading', () => {
    const uses = [{ at: '2020-02-03' as Moment }];
    const { losses } = goodreadsCsv.write([thing({ kind: 'Book' }, {}, { sources: [{ uses }] })]);
    expect(losses).toMatchObject([{ reason: 'date-left-out', value: '2024-03-09' }]);
  });

  it('writes a wish on its shelf, unrated', () => {
    const wish = { wantedAt: '2024-05-01' } as Intention;
    const { rating: _rating, ...unrated } = thing({ kind: 'Book' });
    const { csv } = goodreadsCsv.write([{ ...unrated, intention: wish }]);
    const [entry] = entriesOf(goodreadsLibrary, { sort: 'table', table: parseTable(csv) });
    expect(entry?.content).toEqual({ wanted: { at: '2024-05-01' } });
  });

  it('rounds half stars up, and says so; cuts what Goodreads would not take', () => {
    const { csv, losses } = goodreadsCsv.write([
      thing({ kind: 'Book' }, { given: { value: 3.5, best: 5, worst: 0.5 }, text: 'x'.repeat(20_001) }),
    ]);
    expect(parseTable(csv).rows[0]!.cells[7]).toBe('4');
    expect(losses.map(({ reason }) => reason)).toEqual(['rounded', 'text-cut']);
  });

  it('has no shelf for a tag that is called like a state, and says so', () => {
    const { csv, losses } = goodreadsCsv.write([
      thing({ kind: 'Book' }, { tags: ['read', 'sea, salt', 'b'], given: { value: 5, best: 5, worst: 1 } }),
    ]);
    expect(losses.map(({ reason, value }) => [reason, value])).toEqual([
      ['comma-replaced', 'sea, salt'],
      ['tags-left-out', 'read'],
    ]);
    const [entry] = entriesOf(goodreadsLibrary, { sort: 'table', table: parseTable(csv) });
    expect(entry?.content?.tags).toEqual(['sea salt', 'b']);
  });

  const COLUMNS = [
    'My Rating',
    'Date Read',
    'Date Added',
    'Bookshelves',
    'Exclusive Shelf',
    'Read Count',
    'Spoiler',
    'BCID',
  ];
  /** What Goodreads said in a row, imported, and written again: the same cells in the same columns. */
  const again = (cells: string, more: Partial<ExportThing> = {}) => {
    const said = parseTable(`Book Id,Title,Author,${COLUMNS.join()}\n101,Ledger,Ada Marrow,${cells}\n`);
    const [entry] = entriesOf(goodreadsLibrary, { sort: 'table', table: said });
    const { wanted, ratings, ...rest } = entry!.content!;
    const { rating, ...unrated } = thing(
      { kind: 'Book', name: 'Ledger' },
      { given: ratings?.[0]?.given ?? { value: 5, best: 5, worst: 1 }, ratedAt: ratings?.[0]?.at ?? ('' as Moment) },
      {
        sources: [{ ...rest, ...(wanted && { wanted }), ...(ratings && { ratings }) }],
        ...(wanted && { intention: { wantedAt: wanted.at } as Intention }),
        ...more,
      },
    );
    const { csv, losses } = goodreadsCsv.write([ratings && rating ? { ...unrated, rating } : unrated]);
    const written = parseTable(csv);
    const [row] = written.rows;
    return {
      cells: row && COLUMNS.map((column) => written.cell(row, column)).join(),
      losses: losses.map(({ reason, value }) => [reason, value]),
    };
  };

  it.each([
    ['read, the day it was added', '4,2024/03/09,2024/02/01,,read,1,,'],
    ['marked, with a warning in its review', '4,,2024/02/01,,read,1,true,'],
    ['read, counted as never', '4,,2024/02/01,,read,0,,'],
    ['read without a mark or a day', '0,,2024/02/01,,read,1,,'],
    ['being read', '0,,2024/02/01,currently-reading,currently-reading,1,,'],
    ['marked and being read for the third time', '4,2020/03/09,2024/02/01,currently-reading,currently-reading,3,,9-1'],
    ['wanted', '0,,2024/02/01,to-read,to-read,0,,'],
    ['wanted and marked', '4,,2024/02/01,to-read,to-read,1,,'],
    ['wanted again', '0,2020/03/09,2024/02/01,to-read,to-read,1,,'],
    ['on a shelf of their own', '0,,2024/02/01,abandoned,abandoned,0,,'],
  ])('writes a book as Goodreads had it: %s', (_which, cells) => {
    expect(again(cells)).toEqual({ cells, losses: [] });
  });

  it('does not write a shelf that more is known of since: it was read elsewhere, or is wanted no more', () => {
    const elsewhere = { uses: [{ at: '2024-05-01' as Moment }] };
    const reading = { others: { 'Exclusive Shelf': 'currently-reading', 'Read Count': '0' } };
    const lost = ['others-left-out', 'Exclusive Shelf: currently-reading; Read Count: 0'];
    expect(again('0,,,,,,,', { sources: [reading, elsewhere] })).toEqual({
      cells: '0,2024/05/01,,,read,1,,',
      losses: [lost],
    });
    expect(again('4,,2024/02/01,,read,1,,', { sources: [{ others: { 'Exclusive Shelf': 'to-read' } }] })).toEqual({
      cells: '4,,2024/02/01,,read,1,,',
      losses: [['others-left-out', 'Exclusive Shelf: to-read']],
    });
  });

  it('says so where the day of the mark gives way to the day that Goodreads has', () => {
    const sources = [{ others: { 'Date Added': '2024/02/01' } }];
    const { csv, losses } = goodreadsCsv.write([
      thing({ kind: 'Book' }, { given: { value: 4, best: 5, worst: 1 } }, { sources }),
    ]);
    expect(csv).toContain(',,2024/02/01,,,read,');
    expect(losses).toMatchObject([{ reason: 'date-left-out', value: '2024-03-09' }]);
  });

  it('leaves out a day that is none, and what two rows of one book said at once, and says so', () => {
    const others = { 'Date Added': '2024/02/01; 2024/02/02', List: 'Best' };
    const { losses } = goodreadsCsv.write([thing({ kind: 'Book' }, {}, { sources: [{ others }] })]);
    expect(losses).toMatchObject([
      { reason: 'others-left-out', value: 'Date Added: 2024/02/01; 2024/02/02; List: Best' },
    ]);
  });
});
