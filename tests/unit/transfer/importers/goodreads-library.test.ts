import { describe, expect, it } from 'vitest';
import { goodreadsLibrary } from '../../../../src/transfer/importers/goodreads-library.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'goodreads-library.csv';
describeImporterContract(goodreadsLibrary, FIXTURE);

describe('goodreadsLibrary', () => {
  const content = fixtureContent(FIXTURE);

  it('reads stars, spreadsheet-quoted ISBNs, days, shelves, a review out of HTML and a private note', () => {
    expect(entriesOf(goodreadsLibrary, content)[0]).toEqual({
      line: 2,
      thing: '101',
      facts: {
        kind: 'Book',
        name: 'The Lighthouse Ledger',
        creators: ['Ada Marrow', 'Ben Quill', 'Cy Dray'],
        year: 1861,
        identifiers: ['isbn:9780141439600', 'goodreads:101'],
      },
      content: {
        ratings: [{ given: { value: 5, best: 5, worst: 1 }, at: '2024-03-09' }],
        text: 'Wonderful.\n\nWould read again.',
        note: 'lent to Jo',
        tags: ['sea', 'favourites'],
        uses: [{ at: '2024-03-09' }],
        useCount: 2,
        owned: { count: 1 },
        others: { 'Date Added': '2024/02/01' },
      },
    });
  });

  it('takes 0 for not rated, and the shelf to-read for a wish', () => {
    const [, wished, seen] = entriesOf(goodreadsLibrary, content);
    expect(wished?.content).toEqual({ wanted: { at: '2024-05-01' } });
    expect(seen?.content).toEqual({ uses: [{}], others: { 'Date Added': '2024/06/02' } });
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(goodreadsLibrary, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 5, reason: 'bad-mark', column: 'My Rating', value: '9', isSkipped: false },
      { line: 5, reason: 'bad-date', column: 'Date Read', value: '2024/13/40', isSkipped: false },
      { line: 6, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
  });

  it('reads a copy that a spreadsheet has saved: its own dates, and an ISBN it has made a number of', () => {
    const saved = tableOf(
      'Book Id;Title;Author;ISBN;ISBN13;My Rating;Date Read;Date Added;Bookshelves;Exclusive Shelf',
      '101;The Lighthouse Ledger;Ada Marrow;0141439602;9,78014E+12;5;28/02/2024;01/02/2024 00:00;sea;read',
    );
    expect(goodreadsLibrary.questions?.(saved, '')).toEqual([]);
    const [entry] = entriesOf(goodreadsLibrary, saved);
    expect(entry?.facts.identifiers).toEqual(['isbn:9780141439600', 'goodreads:101']);
    expect(entry?.content).toEqual({
      ratings: [{ given: { value: 5, best: 5, worst: 1 }, at: '2024-02-28' }],
      tags: ['sea'],
      uses: [{ at: '2024-02-28' }],
      others: { 'Date Added': '2024-02-01' },
    });
  });

  it('keeps what is being read, a shelf of the person’s own and where their copy is from', () => {
    const said = (cells: string): unknown =>
      entriesOf(
        goodreadsLibrary,
        tableOf(
          'BookID,Title,Author,My Rating,Date Added,Bookshelves,Exclusive Shelf,Read Count,Recommended By,Original Purchase Date,Condition',
          `101,The Lighthouse Ledger,Ada Marrow,0,2024/02/01,${cells}`,
        ),
      )[0]?.content;
    expect(said('"sea, currently-reading",currently-reading,1,Jo,2020/01/05,good')).toEqual({
      tags: ['sea'],
      others: {
        'Exclusive Shelf': 'currently-reading',
        'Date Added': '2024/02/01',
        'Read Count': '1',
        'Recommended By': 'Jo',
        'Original Purchase Date': '2020/01/05',
        Condition: 'good',
      },
    });
    expect(said(',abandoned,0,,,')).toEqual({
      tags: ['abandoned'],
      others: { 'Exclusive Shelf': 'abandoned', 'Date Added': '2024/02/01' },
    });
  });

  it.each([
    ['read on a day', '4,2024/03/09,read,1,', { 'Date Added': '2024/02/01' }],
    ['read on that very day', '4,2024/02/01,read,1,', undefined],
    ['marked, the day of the mark being that', '4,,read,1,', undefined],
    ['wanted, the day of the wish being that', '0,,to-read,0,', undefined],
    ['marked and yet to be read', '4,,to-read,1,', { 'Exclusive Shelf': 'to-read', 'Read Count': '1' }],
    ['read once and to be read again', '0,2024/03/09,to-read,1,', { 'Exclusive Shelf': 'to-read' }],
    ['read, and counted as never', '4,,read,0,', { 'Read Count': '0' }],
    [
      'being read for the second time',
      '0,,currently-reading,2,',
      {
        'Exclusive Shelf': 'currently-reading',
        'Date Added': '2024/02/01',
        'Read Count': '2',
      },
    ],
    ['reviewed with a warning', '4,,read,1,true', { Spoiler: 'true' }],
    ['reviewed without one', '4,,read,1,false', undefined],
  ])('keeps what mark, wish and times of reading do not tell of a book %s', (_which, cells, others) => {
    const table = tableOf(
      'Book Id,Title,Author,Date Added,My Rating,Date Read,Exclusive Shelf,Read Count,Spoiler',
      `101,The Lighthouse Ledger,Ada Marrow,2024/02/01,${cells}`,
    );
    expect(entriesOf(goodreadsLibrary, table)[0]?.content?.others).toEqual(others);
  });

  it('finds the state among the shelves where an old file has it nowhere else', () => {
    const old = tableOf(
      'Book Id,Title,Author,My Rating,Date Added,Bookshelves',
      '101,The Lighthouse Ledger,Ada Marrow,0,2009/02/01,"sea, to-read"',
    );
    expect(entriesOf(goodreadsLibrary, old)[0]?.content).toEqual({ tags: ['sea'], wanted: { at: '2009-02-01' } });
  });
});
