import { describe, expect, it } from 'vitest';
import { letterboxdRatings } from '../../../../src/transfer/importers/letterboxd-ratings.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'letterboxd-ratings.csv';
describeImporterContract(letterboxdRatings, FIXTURE);

describe('letterboxdRatings', () => {
  const content = fixtureContent(FIXTURE);

  it('reads half stars, days, and the film’s own address in both forms', () => {
    expect(entriesOf(letterboxdRatings, content).slice(0, 2)).toEqual([
      {
        line: 2,
        thing: 'the lighthouse ledger | 1961',
        ownId: 'boxd:aB1',
        facts: { kind: 'Movie', name: 'The Lighthouse Ledger', year: 1961, identifiers: ['boxd:aB1'] },
        content: { ratings: [{ given: { value: 4.5, best: 5, worst: 0.5 }, at: '2024-03-09' }] },
      },
      {
        line: 3,
        thing: 'salt, rope and tallow | 1974',
        ownId: 'letterboxd:salt-rope-and-tallow',
        facts: {
          kind: 'Movie',
          name: 'Salt, Rope and Tallow',
          year: 1974,
          identifiers: ['letterboxd:salt-rope-and-tallow'],
        },
        content: { ratings: [{ given: { value: 0.5, best: 5, worst: 0.5 }, at: '2024-03-10' }] },
      },
    ]);
  });

  it('keeps a rating without the day, the year or the address that can’t be read, and a formula as the text it is', () => {
    expect(entriesOf(letterboxdRatings, content).slice(2)).toEqual([
      {
        line: 6,
        thing: 'a day that never was',
        ownId: 'boxd:aB5',
        facts: { kind: 'Movie', name: 'A Day That Never Was', identifiers: ['boxd:aB5'] },
        content: { ratings: [{ given: { value: 3, best: 5, worst: 0.5 } }] },
      },
      {
        line: 7,
        thing: 'the wrong address',
        facts: { kind: 'Movie', name: 'The Wrong Address', identifiers: [] },
        content: { ratings: [{ given: { value: 2, best: 5, worst: 0.5 }, at: '2024-03-14' }] },
      },
      {
        line: 10,
        thing: '=hyperlink("https://evil.example") | 2002',
        ownId: 'boxd:aB9',
        facts: { kind: 'Movie', name: '=HYPERLINK("https://evil.example")', year: 2002, identifiers: ['boxd:aB9'] },
        content: { ratings: [{ given: { value: 3.5, best: 5, worst: 0.5 }, at: '2024-03-17' }] },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(letterboxdRatings, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'says-nothing', isSkipped: true },
      { line: 5, reason: 'bad-mark', column: 'Rating', value: '0', isSkipped: true },
      { line: 6, reason: 'bad-date', column: 'Date', value: '2024-13-40', isSkipped: false },
      { line: 7, reason: 'bad-date', column: 'Year', value: '9999', isSkipped: false },
      {
        line: 7,
        reason: 'bad-identifier',
        column: 'Letterboxd URI',
        value: 'ftp://boxd.example/aB6',
        isSkipped: false,
      },
      { line: 8, reason: 'no-name', column: 'Name', isSkipped: true },
      { line: 9, reason: 'broken-row', isSkipped: true },
    ]);
  });

  it.each(['deleted/ratings.csv', 'letterboxd-jo/Orphaned/ratings.csv', 'a\\deleted\\ratings.csv'])(
    'reads nothing from %s but that it was removed',
    (path) => {
      const outcomes = outcomesOf(letterboxdRatings, content, { path });
      expect(outcomes).toHaveLength(9);
      expect(outcomes[0]).toEqual({ entries: [], remarks: [{ line: 2, reason: 'removed', isSkipped: true }] });
    },
  );

  it('reads a file of which the folder is only named like the removed ones', () => {
    expect(entriesOf(letterboxdRatings, content, { path: 'undeleted/ratings.csv' })).toHaveLength(5);
  });

  it.each(['NaN', '-1', '1e308', '5.5', '99999999999999999999', 'five'])('does not take %s for a mark', (mark) => {
    const table = tableOf('Date,Name,Year,Letterboxd URI,Rating', `2024-01-01,Tide,2000,https://boxd.it/x,${mark}`);
    expect(entriesOf(letterboxdRatings, table)).toEqual([]);
  });

  it('drops characters that are no text from a name', () => {
    const table = tableOf('Date,Name,Year,Letterboxd URI,Rating', '2024-01-01,Ti\u0000de\u202E\uD800,2000,,5');
    expect(outcomesOf(letterboxdRatings, table)).toEqual([
      {
        entries: [
          expect.objectContaining({
            thing: 'tide\uFFFD | 2000',
            facts: { kind: 'Movie', name: 'Tide\uFFFD', year: 2000, identifiers: [] },
          }),
        ],
        remarks: [{ line: 2, reason: 'bad-characters', column: 'Name', value: 'Tide\uFFFD', isSkipped: false }],
      },
    ]);
  });
});
