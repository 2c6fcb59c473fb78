import { describe, expect, it } from 'vitest';
import { librarything } from '../../../../src/transfer/importers/librarything.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { contentOf, fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'librarything.tsv';
describeImporterContract(librarything, FIXTURE);

describe('librarything', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(librarything, content);

  it('reads half stars, brackets, names the other way round, who else wrote it, states and a private comment', () => {
    expect(entries[0]).toEqual({
      line: 2,
      thing: '7001',
      facts: {
        kind: 'Book',
        name: '"Salt" and other stories',
        creators: ['Ada Marrow', 'Cy Dray', 'Dee Fallow'],
        year: 1979,
        identifiers: ['isbn:9780141439600', 'oclc:12345678', 'librarything:57814'],
      },
      content: {
        ratings: [{ given: { value: 4.5, best: 5, worst: 0.5 }, at: '2020-01-09' }],
        text: 'A quiet storm.',
        note: 'gift for Jo',
        tags: ['sea', 'short stories', 'Attic'],
        uses: [{ at: '2020-01-09' }],
        liked: {},
        owned: { at: '2019-12-24', count: 2 },
        others: { Comment: 'signed copy', 'Date Started': '2020-01-02' },
      },
    });
  });

  it('takes the wish list for a wish, an ISBN out of the list, and a year with a letter', () => {
    expect(entries[1]).toEqual({
      line: 3,
      thing: '7002',
      facts: {
        kind: 'Book',
        name: 'Paper Weather',
        creators: ['Acme Atlas Society'],
        year: 1994,
        identifiers: ['isbn:9782070612758', 'librarything:57815'],
      },
      content: { wanted: { at: '2021-02-03' } },
    });
  });

  it('takes what was read but is not owned for read, at an unknown time', () => {
    expect(entries[2]).toEqual({
      line: 4,
      thing: '7003',
      facts: { kind: 'Book', name: 'Borrowed', creators: ['Plato'], identifiers: ['librarything:57816'] },
      content: { ratings: [{ given: { value: 5, best: 5, worst: 0.5 }, at: '2021-02-04' }], uses: [{}] },
    });
  });

  it('keeps what is left of a row with bad cells, and a book being read', () => {
    expect(entries[3]).toEqual({
      line: 5,
      thing: '7004',
      facts: { kind: 'Book', name: 'On the go', creators: ['Eve Ostler'], identifiers: ['librarything:57817'] },
      content: { owned: {}, others: { 'Date Started': '2021-05-01', Collections: 'Your library, Currently reading' } },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(4);
    expect(outcomesOf(librarything, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 5, reason: 'bad-identifier', column: 'ISBN', value: '123', isSkipped: false },
      { line: 5, reason: 'bad-mark', column: 'Rating', value: '7', isSkipped: false },
      { line: 5, reason: 'bad-date', column: 'Date Read', value: '2021-02-30', isSkipped: false },
      { line: 6, reason: 'says-nothing', isSkipped: true },
      { line: 7, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
  });

  it('never reads who a book was lent to', () => {
    expect(JSON.stringify(outcomesOf(librarything, content))).not.toContain('Neighbour');
  });

  it('reads every row that has its columns, whatever others there are', () => {
    const table = tableOf(
      'Title\tPrimary Author\tRating\tCollections\tWork id\tBook Id\tNew Column',
      'A\tMarrow, Ada, Dr.\t0\tTo read\t\t7\tx',
    );
    expect(librarything.recognises(table)).toBe(true);
    expect(entriesOf(librarything, table)).toEqual([
      {
        line: 2,
        thing: '7',
        facts: { kind: 'Book', name: 'A', creators: ['Marrow, Ada, Dr.'], identifiers: [] },
        content: { wanted: {} },
      },
    ]);
  });

  it('reads the JSON file: one object of books, with lists of tags and ISBNs', () => {
    const json = contentOf(
      'librarything.json',
      JSON.stringify({
        9001: {
          books_id: '9001',
          title: 'Salt Roads',
          primaryauthor: 'Marrow, Ada',
          authors: [
            { lf: 'Marrow, Ada', fl: 'Ada Marrow' },
            { lf: 'Quill, Ben', fl: 'Ben Quill', role: 'Translator' },
          ],
          tags: ['sea', 'TYPE:novel'],
          collections: ['Your library', 'Loft'],
          originalisbn: '0141439602',
          isbn: { 0: '0141439602', 2: '9780141439600' },
          date: '1997',
          rating: 4.5,
          review: 'Loud.<br>And good.',
          privatecomment: 'lent to Cy',
          dateread: '2014-02-01',
          entrydate: '2014-01-21',
          workcode: '136419',
          copies: '1',
          lcc: [],
          lendingpatron: 'SECRET',
        },
        9002: { books_id: '9002', title: 'Tide', collections: ['Wishlist'], originalisbn: 'B000TEST01', tags: [] },
        9003: { books_id: '9003' },
      }),
    );
    expect(librarything.recognises(json)).toBe(true);
    expect(entriesOf(librarything, json)).toEqual([
      {
        line: 1,
        thing: '9001',
        facts: {
          kind: 'Book',
          name: 'Salt Roads',
          creators: ['Ada Marrow'],
          year: 1997,
          identifiers: ['isbn:9780141439600', 'librarything:136419'],
        },
        content: {
          ratings: [{ given: { value: 4.5, best: 5, worst: 0.5 }, at: '2014-02-01' }],
          text: 'Loud.\nAnd good.',
          note: 'lent to Cy',
          tags: ['sea', 'TYPE:novel', 'Loft'],
          uses: [{ at: '2014-02-01' }],
          owned: { count: 1 },
        },
      },
      {
        line: 2,
        thing: '9002',
        facts: { kind: 'Book', name: 'Tide', identifiers: ['asin:B000TEST01'] },
        content: { wanted: {} },
      },
    ]);
    expect(outcomesOf(librarything, json)[2]?.remarks).toEqual([
      { line: 3, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
    expect(JSON.stringify(outcomesOf(librarything, json))).not.toContain('SECRET');
  });

  it('reads the comma-separated file of before 2012, whose books have no number', () => {
    const table = tableOf(
      `"'TITLE'","'AUTHOR (first, last)'","'AUTHOR (last, first)'","'DATE'","'ISBNs'","'RATINGS'","'ENTRY DATE'","'TAGS'","'REVIEWS'"`,
      '"Salt Roads","Ada Marrow","Marrow, Ada","1997","[9780141439600]","4","2008-01-02","sea,slow","Loud."',
    );
    expect(entriesOf(librarything, table)).toEqual([
      {
        line: 2,
        thing: 'salt roads | ada marrow',
        facts: {
          kind: 'Book',
          name: 'Salt Roads',
          creators: ['Ada Marrow'],
          year: 1997,
          identifiers: ['isbn:9780141439600'],
        },
        content: {
          ratings: [{ given: { value: 4, best: 5, worst: 0.5 }, at: '2008-01-02' }],
          text: 'Loud.',
          tags: ['sea', 'slow'],
        },
      },
    ]);
  });
});
