import { describe, expect, it } from 'vitest';
import { boardgamegeek } from '../../../../src/transfer/importers/boardgamegeek.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { contentOf, fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'boardgamegeek.csv';
describeImporterContract(boardgamegeek, FIXTURE);

describe('boardgamegeek', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(boardgamegeek, content);

  it('reads a rating with decimals, plays, a comment over two lines, a private one, and nothing else of the private columns', () => {
    expect(entries[0]).toEqual({
      line: 2,
      thing: '900001',
      facts: { kind: 'Game', name: 'Tide Charts', year: 2015, identifiers: ['bgg:900001'] },
      content: {
        ratings: [{ given: { value: 7.5, best: 10, worst: 1 } }],
        text: 'Best with three.\nSecond line.',
        note: 'lend to Jo',
        uses: [{}],
        useCount: 12,
        owned: {},
        wanted: {},
        others: { weight: '2.4' },
      },
    });
  });

  it('takes 0 for not rated, and a year before our era', () => {
    expect(entries[1]).toEqual({
      line: 4,
      thing: '900002',
      facts: { kind: 'Game', name: 'Old Stones', year: -2200, identifiers: ['bgg:900002'] },
      content: { uses: [{}], others: { prevowned: '1' } },
    });
  });

  it('takes the wish list for a wish, with its comment', () => {
    expect(entries[2]).toEqual({
      line: 5,
      thing: '900003',
      facts: { kind: 'Game', name: 'Wished For', identifiers: ['bgg:900003'] },
      content: { wanted: { note: 'after the move' }, others: { wishlistpriority: '2' } },
    });
  });

  it('takes a wish of priority 5 for none', () => {
    expect(entries[3]).toEqual({
      line: 6,
      thing: '900004',
      facts: { kind: 'Game', name: 'Not That One', year: 1999, identifiers: ['bgg:900004'] },
      content: { others: { wishlistpriority: '5', wishlistcomment: 'too long' } },
    });
  });

  it('keeps what is left of a row with bad cells', () => {
    expect(entries[4]).toEqual({
      line: 8,
      thing: '9x',
      facts: { kind: 'Game', name: 'Off the Scale', year: 1999, identifiers: [] },
      content: { owned: {} },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(5);
    expect(outcomesOf(boardgamegeek, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 7, reason: 'says-nothing', isSkipped: true },
      { line: 8, reason: 'bad-identifier', column: 'objectid', value: '9x', isSkipped: false },
      { line: 8, reason: 'bad-mark', column: 'rating', value: '11', isSkipped: false },
      { line: 9, reason: 'no-name', column: 'objectname', isSkipped: true },
    ]);
  });

  it('never reads prices, places and stock', () => {
    const told = JSON.stringify(outcomesOf(boardgamegeek, content));
    for (const text of ['39.90', 'EUR', 'Corner shop', 'Shelf 3', 'box torn', 'no parts', '2016-04', '012345678905']) {
      expect(told).not.toContain(text);
    }
  });

  it('reads a table without private columns', () => {
    const table = tableOf('objectname,objectid,rating,numplays,own', 'Quay,900009,10,0,0');
    expect(boardgamegeek.recognises(table)).toBe(true);
    expect(entriesOf(boardgamegeek, table)).toEqual([
      {
        line: 2,
        thing: '900009',
        facts: { kind: 'Game', name: 'Quay', identifiers: ['bgg:900009'] },
        content: { ratings: [{ given: { value: 10, best: 10, worst: 1 } }] },
      },
    ]);
  });

  it('reads the XML of the service: attributes, marks that are none, and no prices', () => {
    const xml = contentOf(
      'collection.xml',
      `<?xml version="1.0" encoding="utf-8"?>
<items totalitems="3" pubdate="Sun, 11 Jan 2026 19:20:15 +0000">
<item objecttype="thing" objectid="70001" subtype="boardgame" collid="1">
<name sortindex="1">Salt &amp; Tide</name><yearpublished>2010</yearpublished>
<stats minplayers="2" numowned="153"><rating value="8.5"><usersrated value="99"/><average value="7.1"/></rating></stats>
<status own="1" prevowned="0" want="0" wanttoplay="0" wishlist="1" wishlistpriority="2" lastmodified="2023-02-11 10:00:00"/>
<numplays>3</numplays><comment>Good.</comment>
<privateinfo pp_currency="USD" pricepaid="SECRET"><privatecomment>a gift</privatecomment></privateinfo>
</item>
<item objecttype="thing" objectid="70002" subtype="boardgame"><name>Quay</name><stats><rating value="N/A"/></stats><status own="0"/></item>
</items>`,
    );
    expect(boardgamegeek.recognises(xml)).toBe(true);
    expect(outcomesOf(boardgamegeek, xml)).toEqual([
      {
        entries: [
          {
            line: 3,
            thing: '70001',
            facts: { kind: 'Game', name: 'Salt & Tide', year: 2010, identifiers: ['bgg:70001'] },
            content: {
              ratings: [{ given: { value: 8.5, best: 10, worst: 1 } }],
              text: 'Good.',
              note: 'a gift',
              uses: [{}],
              useCount: 3,
              owned: {},
              wanted: {},
              others: { wishlistpriority: '2' },
            },
          },
        ],
        remarks: [],
      },
      { entries: [], remarks: [{ line: 10, reason: 'says-nothing', isSkipped: true }] },
    ]);
  });
});
