import { describe, expect, it } from 'vitest';
import { storygraph } from '../../../../src/transfer/importers/storygraph.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'storygraph.csv';
describeImporterContract(storygraph, FIXTURE);

describe('storygraph', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(storygraph, content);

  it('reads quarter stars, ranges of days, what is said beside them, tags, and a review out of HTML', () => {
    expect(entries[0]).toEqual({
      line: 2,
      thing: '9780141439600',
      facts: {
        kind: 'Book',
        name: 'The Tin Harbour',
        creators: ['Ada Marrow', 'Ben Quill'],
        identifiers: ['isbn:9780141439600'],
      },
      content: {
        ratings: [{ given: { value: 4.25, best: 5, worst: 0 }, at: '2024-03-09' }],
        text: 'Salt & rust.\nRead it twice.',
        tags: ['sea', 'Winter list'],
        uses: [{ at: '2022-02-11' }, { at: '2024-03-09' }],
        useCount: 3,
        owned: {},
        others: {
          'Date Added': '2023/01/05',
          'Dates Read': '2022/02/01-2022/02/11, 2024/03/09-2024/03/09',
          Moods: 'dark, tense',
          Pace: 'medium',
          'Character- or Plot-Driven?': 'Plot',
          'Strong Character Development?': 'Yes',
          'Loveable Characters?': 'No',
          'Diverse Characters?': "It's complicated",
          'Flawed Characters?': 'N/A',
          'Content Warnings': 'Graphic: Drowning; Minor: Storms;',
          'Content Warning Description': 'the third chapter',
        },
      },
    });
  });

  it('takes to-read for a wish, and an ISBN-10 for the same as its ISBN-13', () => {
    expect(entries[1]).toEqual({
      line: 3,
      thing: '9782070612758',
      facts: { kind: 'Book', name: 'Paper Weather', creators: ['Dee Fallow'], identifiers: ['isbn:9782070612758'] },
      content: { wanted: { at: '2024-05-01' } },
    });
  });

  it('takes an ASIN, a mark of zero, and what was not finished for no read', () => {
    expect(entries[2]).toEqual({
      line: 4,
      thing: 'B0851JCZYV',
      facts: { kind: 'Book', name: 'Half a Bridge', creators: ['Dee Fallow'], identifiers: ['asin:B0851JCZYV'] },
      content: {
        ratings: [{ given: { value: 0, best: 5, worst: 0 }, at: '2024-05-02' }],
        others: { 'Read Status': 'did-not-finish', 'Dates Read': '2024/06/01-2024/06/09', Pace: 'slow' },
      },
    });
  });

  it('takes StoryGraph’s own UUID, a month, and a reading that has no end yet for no read', () => {
    expect(entries[3]).toEqual({
      line: 5,
      thing: '5a6b7c8d-1111-4222-8333-444455556666',
      facts: {
        kind: 'Book',
        name: 'Unbound',
        creators: ['Eve Ostler'],
        identifiers: ['storygraph:5a6b7c8d-1111-4222-8333-444455556666'],
      },
      content: {
        uses: [{ at: '2023-04' }],
        others: {
          'Read Status': 'currently-reading',
          'Date Added': '2024/07/01',
          'Dates Read': '2023/04, 2024/07/02-',
        },
      },
    });
  });

  it('names a book without a number by its words, and a read without a day as one of an unknown time', () => {
    expect(entries[4]).toEqual({
      line: 6,
      thing: 'untold | eve ostler',
      facts: { kind: 'Book', name: 'Untold', creators: ['Eve Ostler'], identifiers: [] },
      content: { ratings: [{ given: { value: 5, best: 5, worst: 0 }, at: '2020-01-08' }], uses: [{}] },
    });
  });

  it('keeps what is left of a row with bad cells', () => {
    expect(entries[5]).toEqual({
      line: 7,
      thing: 'misprinted | eve ostler',
      facts: { kind: 'Book', name: 'Misprinted', creators: ['Eve Ostler'], identifiers: [] },
      content: { uses: [{ at: '2021' }], others: { 'Date Added': '2020/13/08' } },
    });
  });

  it('keeps the day it was added where nothing else is said, and nothing else tells it', () => {
    expect(entries[6]?.content).toEqual({ others: { 'Date Added': '2020/01/09' } });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(7);
    expect(outcomesOf(storygraph, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 7, reason: 'bad-identifier', column: 'ISBN/UID', value: '9780141439601', isSkipped: false },
      { line: 7, reason: 'bad-mark', column: 'Star Rating', value: '6', isSkipped: false },
      { line: 7, reason: 'bad-date', column: 'Date Added', value: '2020/13/08', isSkipped: false },
      { line: 9, reason: 'says-nothing', isSkipped: true },
      { line: 10, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
  });

  it('reads its old form, in which `Authors` and `ISBN/UID` are `Author` and `ISBN`', () => {
    const old = tableOf(
      'Title,Author,Contributors,ISBN,Format,Read Status,Date Added,Last Date Read,Dates Read,Read Count,Moods,Pace,Star Rating,Review,Tags,Owned?',
      'Salt Roads,"Ada Marrow, Ben Quill","",9780141439600,,read,2020/01/08,2020/02/03,"",1,"",,5.0,,"",No',
    );
    expect(storygraph.recognises(old)).toBe(true);
    expect(entriesOf(storygraph, old)).toEqual([
      {
        line: 2,
        thing: '9780141439600',
        facts: {
          kind: 'Book',
          name: 'Salt Roads',
          creators: ['Ada Marrow', 'Ben Quill'],
          identifiers: ['isbn:9780141439600'],
        },
        content: {
          ratings: [{ given: { value: 5, best: 5, worst: 0 }, at: '2020-02-03' }],
          uses: [{ at: '2020-02-03' }],
          others: { 'Date Added': '2020/01/08' },
        },
      },
    ]);
  });

  it('sorts reads by their ends, and takes a year or a range of years', () => {
    const table = tableOf(
      'Title,Read Status,Dates Read,Read Count,Moods,Pace,Star Rating',
      'A,read,"2024, 2022/05-2023/01",2,,,',
      'B,read,"2022/13/01",1,,,',
    );
    expect(entriesOf(storygraph, table).map(({ content: said }) => said)).toEqual([
      { uses: [{ at: '2023-01' }, { at: '2024' }], others: { 'Dates Read': '2024, 2022/05-2023/01' } },
      { uses: [{}] },
    ]);
  });

  it('takes a book that was read before and was not finished now for read', () => {
    const table = tableOf(
      'Title,Read Status,Dates Read,Read Count,Moods,Pace,Star Rating',
      'A,did-not-finish,2022/05/01,1,,,',
    );
    expect(entriesOf(storygraph, table)[0]?.content).toEqual({
      uses: [{ at: '2022-05-01' }],
      others: { 'Read Status': 'did-not-finish', 'Dates Read': '2022/05/01' },
    });
  });

  it('reads what other tools write in its form: days with hyphens, other words for the same', () => {
    const said = (cells: string): unknown =>
      entriesOf(
        storygraph,
        tableOf(
          'Title,Authors,ISBN/UID,Read Status,Date Added,Dates Read,Star Rating,Owned?',
          `Tide,Ada Marrow,,${cells}`,
        ),
      )[0]?.content;
    expect(said('Read,2026-04-01,"2024-01-02-2024-01-09; 2025-02-03",4.25,true')).toMatchObject({
      ratings: [{ given: { value: 4.25 }, at: '2025-02-03' }],
      uses: [{ at: '2024-01-09' }, { at: '2025-02-03' }],
      owned: {},
    });
    expect(said('To Read,2026-04-01,,,No')).toEqual({ wanted: { at: '2026-04-01' } });
  });
});
