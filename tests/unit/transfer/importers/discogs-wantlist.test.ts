import { describe, expect, it } from 'vitest';
import { Gatherer } from '../../../../src/transfer/gather.ts';
import { discogs } from '../../../../src/transfer/importers/discogs.ts';
import { discogsWantlist } from '../../../../src/transfer/importers/discogs-wantlist.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'discogs-wantlist.csv';
describeImporterContract(discogsWantlist, FIXTURE);

describe('discogsWantlist', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(discogsWantlist, content);

  it('reads a wish with its note, and the stars the person gave', () => {
    expect(entries[0]).toEqual({
      line: 2,
      thing: 'release/710001',
      facts: {
        kind: 'MusicAlbum',
        name: 'Ebb and Lamp',
        creators: ['Nova, The Tides'],
        year: 1986,
        identifiers: ['discogs:release/710001'],
      },
      content: {
        ratings: [{ given: { value: 4, best: 5, worst: 1 } }],
        wanted: { note: 'only the first pressing, says Jo' },
      },
    });
  });

  it('takes an empty rating for not rated: a wish is no judgement', () => {
    expect(entries[1]).toEqual({
      line: 3,
      thing: 'release/710002',
      facts: { kind: 'MusicAlbum', name: 'High Water', creators: ['Nova'], identifiers: ['discogs:release/710002'] },
      content: { wanted: {} },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(3);
    expect(outcomesOf(discogsWantlist, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'bad-identifier', column: 'release_id', value: '7x', isSkipped: false },
      { line: 4, reason: 'bad-mark', column: 'Rating', value: '6', isSkipped: false },
      { line: 5, reason: 'no-name', column: 'Title', isSkipped: true },
      { line: 6, reason: 'no-name', column: 'release_id', isSkipped: true },
      { line: 7, reason: 'broken-row', isSkipped: true },
    ]);
  });

  it('is the same thing as in the collection: wanted and owned', () => {
    const gatherer = new Gatherer();
    const collection = tableOf(
      'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,CollectionFolder,Date Added',
      'QR 101,Nova (2),Ebb and Lamp,Quay Records,LP,,1986,710001,All,2020-02-18 10:53:08',
    );
    expect(discogsWantlist.recognises(collection)).toBe(false);
    for (const outcome of outcomesOf(discogs, collection)) {
      gatherer.add(discogs, 0, outcome);
    }
    for (const outcome of outcomesOf(discogsWantlist, content)) {
      gatherer.add(discogsWantlist, 1, outcome);
    }
    expect(gatherer.finish().things[0]).toMatchObject({
      id: 'discogs release/710001',
      content: { owned: { at: '2020-02-18' }, wanted: { note: 'only the first pressing, says Jo' } },
    });
  });
});
