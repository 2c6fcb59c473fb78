import { describe, expect, it } from 'vitest';
import { goodreadsLibrary } from '../../../../src/transfer/importers/goodreads-library.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

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
      },
    });
  });

  it('takes 0 for not rated, and the shelf to-read for a wish', () => {
    const [, wished, seen] = entriesOf(goodreadsLibrary, content);
    expect(wished?.content).toEqual({ wanted: { at: '2024-05-01' } });
    expect(seen?.content).toEqual({ uses: [{}] });
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(goodreadsLibrary, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 5, reason: 'bad-mark', column: 'My Rating', value: '9', isSkipped: false },
      { line: 5, reason: 'bad-date', column: 'Date Read', value: '2024/13/40', isSkipped: false },
      { line: 6, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
  });
});
