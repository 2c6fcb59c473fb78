import { describe, expect, it } from 'vitest';
import { discogs } from '../../../../src/transfer/importers/discogs.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'discogs.csv';
describeImporterContract(discogs, FIXTURE);

describe('discogs', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(discogs, content);

  it('reads stars, the day it was added, artists without their counts, the folder, conditions and notes, and no field of the person’s own', () => {
    expect(entries[0]).toEqual({
      line: 2,
      thing: 'release/700001',
      facts: {
        kind: 'MusicAlbum',
        name: 'Harbour Lights',
        creators: ['Nova, The Tides'],
        year: 1986,
        identifiers: ['discogs:release/700001'],
      },
      content: {
        ratings: [{ given: { value: 5, best: 5, worst: 1 } }],
        note: 'first pressing',
        tags: ['Jazz'],
        owned: { at: '2020-02-18' },
        others: { 'Collection Media Condition': 'Very Good Plus (VG+)', 'Collection Sleeve Condition': 'Good (G)' },
      },
    });
  });

  it('takes an empty rating for not rated, and the year 0 for unknown', () => {
    expect(entries[1]).toEqual({
      line: 3,
      thing: 'release/700002',
      facts: { kind: 'MusicAlbum', name: 'Low Water', creators: ['Nova'], identifiers: ['discogs:release/700002'] },
      content: { owned: { at: '2021-03-04' } },
    });
  });

  it('keeps what is left of a row with bad cells', () => {
    expect(entries[2]).toEqual({
      line: 4,
      thing: 'release/7x',
      facts: { kind: 'MusicAlbum', name: 'Off the Scale', creators: ['Earth & Foam'], year: 1986, identifiers: [] },
      content: { owned: {} },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(3);
    expect(outcomesOf(discogs, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'bad-mark', column: 'Rating', value: '6', isSkipped: false },
      { line: 4, reason: 'bad-date', column: 'Date Added', value: 'yesterday', isSkipped: false },
      { line: 4, reason: 'bad-identifier', column: 'release_id', value: '7x', isSkipped: false },
      { line: 5, reason: 'no-name', column: 'Title', isSkipped: true },
      { line: 6, reason: 'broken-row', isSkipped: true },
    ]);
  });

  it('never reads a field of the person’s own making', () => {
    expect(JSON.stringify(outcomesOf(discogs, content))).not.toContain('£12');
  });

  it('reads a row that ends early', () => {
    const table = tableOf(
      'Artist,Title,Rating,release_id,CollectionFolder,Date Added,Collection Notes',
      'Sun (Ra),B,,7,All',
    );
    expect(outcomesOf(discogs, table)).toEqual([
      {
        entries: [
          {
            line: 2,
            thing: 'release/7',
            facts: { kind: 'MusicAlbum', name: 'B', creators: ['Sun (Ra)'], identifiers: ['discogs:release/7'] },
            content: { owned: {} },
          },
        ],
        remarks: [],
      },
    ]);
  });

  it('reads the dates of a file that a spreadsheet has saved again', () => {
    const table = tableOf(
      'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,CollectionFolder,Date Added,Collection Notes',
      'Q 1,Nova,Salt,Quay,LP,4,1994,901,Uncategorized,23/04/2023 04:38,',
      'Q 2,Nova,Tide,Quay,LP,,1995,902,Uncategorized,02/05/2023 16:00,',
    );
    expect(entriesOf(discogs, table).map(({ content: said }) => said?.owned)).toEqual([
      { at: '2023-04-23' },
      { at: '2023-05-02' },
    ]);
  });
});
