import { describe, expect, it } from 'vitest';
import { untappd } from '../../../../src/transfer/importers/untappd.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { contentOf, fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'untappd.csv';
describeImporterContract(untappd, FIXTURE);

describe('untappd', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(untappd, content);

  it('reads every check-in of a beer as a mark and a use at its moment, without places, friends and photos', () => {
    expect(entries.slice(0, 2)).toEqual([
      {
        line: 2,
        thing: '555001',
        facts: {
          kind: 'Product',
          name: 'Low Tide',
          brand: 'Quay Brewing',
          genres: ['Stout - Oatmeal'],
          identifiers: ['url:https://untappd.com/beer/555001'],
        },
        content: {
          ratings: [{ given: { value: 3.75, best: 5, worst: 0.25 }, at: '2023-04-01T19:05:33.000Z' }],
          text: 'Like the sea at night.',
          uses: [{ at: '2023-04-01T19:05:33.000Z' }],
          others: { flavor_profiles: 'smoky,sweet', serving_type: 'Draft' },
        },
      },
      {
        line: 3,
        thing: '555001',
        facts: {
          kind: 'Product',
          name: 'Low Tide',
          brand: 'Quay Brewing',
          genres: ['Stout - Oatmeal'],
          identifiers: ['url:https://untappd.com/beer/555001'],
        },
        content: {
          ratings: [{ given: { value: 4.25, best: 5, worst: 0.25 }, at: '2023-05-01T20:00:00.000Z' }],
          uses: [{ at: '2023-05-01T20:00:00.000Z' }],
          others: { serving_type: 'Bottle' },
        },
      },
    ]);
  });

  it('takes an empty score for not rated', () => {
    expect(entries[2]).toEqual({
      line: 4,
      thing: '555002',
      facts: { kind: 'Product', name: 'Fog Horn', brand: 'Quay Brewing', identifiers: [] },
      content: { uses: [{ at: '2023-05-02T20:00:00.000Z' }] },
    });
  });

  it('keeps what is left of a row with bad cells', () => {
    expect(entries[3]).toEqual({
      line: 5,
      thing: '555003',
      facts: { kind: 'Product', name: 'Off the Scale', brand: 'Quay Brewing', identifiers: [] },
      content: { uses: [{}] },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(4);
    expect(outcomesOf(untappd, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 5, reason: 'bad-mark', column: 'rating_score', value: '5.5', isSkipped: false },
      { line: 5, reason: 'unclear-date', column: 'created_at', value: '02/05/2023', isSkipped: false },
      { line: 5, reason: 'bad-identifier', column: 'beer_url', value: 'not an address', isSkipped: false },
      { line: 6, reason: 'no-name', column: 'beer_name', isSkipped: true },
    ]);
  });

  it('never reads places, friends and photos', () => {
    const told = JSON.stringify(outcomesOf(untappd, content));
    for (const text of ['Secret', 'Hidden', '51.501', '0.142', 'Corner', 'jo_neighbour', 'photos', '3.61']) {
      expect(told).not.toContain(text);
    }
  });

  it('reads the same as JSON, in which numbers are no texts', () => {
    const json = contentOf(
      'checkins.json',
      '[{"beer_name":"Low Tide","brewery_name":"Quay Brewing","rating_score":null,"created_at":"2023-05-02 20:00:00","bid":555001,"venue_name":"The Secret Bar"},{"beer_name":"Low Tide","brewery_name":"Quay Brewing","rating_score":3.5,"created_at":"2023-05-03 20:00:00","bid":555001,"comment":"Again."},7]',
    );
    const facts = { kind: 'Product', name: 'Low Tide', brand: 'Quay Brewing', identifiers: [] };
    expect(untappd.recognises(json)).toBe(true);
    expect(outcomesOf(untappd, json)).toEqual([
      {
        entries: [{ line: 1, thing: '555001', facts, content: { uses: [{ at: '2023-05-02T20:00:00.000Z' }] } }],
        remarks: [],
      },
      {
        entries: [
          {
            line: 2,
            thing: '555001',
            facts,
            content: {
              ratings: [{ given: { value: 3.5, best: 5, worst: 0.25 }, at: '2023-05-03T20:00:00.000Z' }],
              text: 'Again.',
              uses: [{ at: '2023-05-03T20:00:00.000Z' }],
            },
          },
        ],
        remarks: [],
      },
      { entries: [], remarks: [{ line: 3, reason: 'no-name', column: 'beer_name', isSkipped: true }] },
    ]);
  });

  it('reads files without the columns of later years', () => {
    const table = contentOf(
      'old.csv',
      'beer_name,brewery_name,beer_type,rating_score\nLow Tide,Quay Brewing,Stout,4.25\n',
    );
    expect(entriesOf(untappd, table)).toEqual([
      {
        line: 2,
        thing: 'quay brewing | low tide',
        facts: { kind: 'Product', name: 'Low Tide', brand: 'Quay Brewing', genres: ['Stout'], identifiers: [] },
        content: { ratings: [{ given: { value: 4.25, best: 5, worst: 0.25 } }], uses: [{}] },
      },
    ]);
  });
});
