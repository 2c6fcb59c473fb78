import { describe, expect, it } from 'vitest';
import type { Intention } from '../../../../src/domain/intention.ts';
import type { Moment } from '../../../../src/domain/moment.ts';
import { parseTable } from '../../../../src/transfer/csv.ts';
import { goodreadsCsv } from '../../../../src/transfer/exporters/goodreads-csv.ts';
import { goodreadsLibrary } from '../../../../src/transfer/importers/goodreads-library.ts';
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
});
