import { describe, expect, it } from 'vitest';
import { vivino } from '../../../../src/transfer/importers/vivino.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'vivino.csv';
describeImporterContract(vivino, FIXTURE);

describe('vivino', () => {
  const content = fixtureContent(FIXTURE);
  const entries = entriesOf(vivino, content);

  it('reads tenths of stars, a review, a private note, and the vintage into the name; not where it was scanned', () => {
    expect(entries[0]).toEqual({
      line: 2,
      thing: 'cave du quai | grande réserve | 2015',
      facts: {
        kind: 'Product',
        name: 'Cave du Quai Grande Réserve 2015',
        brand: 'Cave du Quai',
        genres: ['Red Wine', 'Quayside Red'],
        year: 2015,
        identifiers: ['url:https://www.vivino.com/wines/1470001'],
      },
      content: {
        ratings: [{ given: { value: 4.3, best: 5, worst: 1 }, at: '2023-01-05' }],
        text: 'Tar and cherries.',
        note: 'two more in the cellar',
      },
    });
  });

  it('takes an empty rating for scanned, which is neither rated nor drunk', () => {
    expect(entries[1]).toEqual({
      line: 3,
      thing: 'weingut nebel | riesling | n.v.',
      facts: {
        kind: 'Product',
        name: 'Weingut Nebel Riesling',
        brand: 'Weingut Nebel',
        genres: ['White Wine'],
        identifiers: ['url:https://www.vivino.com/wines/1470002'],
      },
      content: { others: { 'Scan date': '2023-02-06 11:00:00' } },
    });
  });

  it('keeps what is left of a row with bad cells', () => {
    expect(entries[2]).toEqual({
      line: 5,
      thing: 'weingut nebel | kabinett | 2019',
      facts: {
        kind: 'Product',
        name: 'Weingut Nebel Kabinett 2019',
        brand: 'Weingut Nebel',
        genres: ['White Wine'],
        year: 2019,
        identifiers: [],
      },
      content: { others: { 'Scan date': '6 February' } },
    });
  });

  it('says which rows and cells it can’t use', () => {
    expect(entries).toHaveLength(3);
    expect(outcomesOf(vivino, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'says-nothing', isSkipped: true },
      { line: 5, reason: 'bad-mark', column: 'Your rating', value: '6', isSkipped: false },
      { line: 5, reason: 'bad-date', column: 'Scan date', value: '6 February', isSkipped: false },
      { line: 6, reason: 'no-name', column: 'Wine name', isSkipped: true },
    ]);
  });

  it('never reads where a wine was scanned, nor the crowd’s rating', () => {
    const told = JSON.stringify(outcomesOf(vivino, content));
    for (const text of ['Hiddenham', '3.9', '2030', 'images.example']) {
      expect(told).not.toContain(text);
    }
  });

  it('reads how many bottles are in the cellar, where the file is of the cellar', () => {
    const table = tableOf(
      'Winery,Wine name,Vintage,Region,Country,Regional wine style,Average rating,Wine type,Link to wine,User cellar count',
      'Cave du Quai,,2015,Rive Gauche,France,,4.1,,,6',
      'Cave du Quai,Blanc,,,,,,,,0',
    );
    expect(entriesOf(vivino, table)).toEqual([
      {
        line: 2,
        thing: 'cave du quai | 2015',
        facts: { kind: 'Product', name: 'Cave du Quai 2015', brand: 'Cave du Quai', year: 2015, identifiers: [] },
        content: { owned: { count: 6 } },
      },
    ]);
  });

  it('reads a list of 2020: wishes, a cellar that each scan repeats, years that are none, somebody who is named', () => {
    const table = tableOf(
      'Winery,Wine name,Vintage,Scan date,Your rating,Your review,Wishlisted date,Cellar count,Wine price',
      'Cave du Quai,Brut,8888,2019-05-01 20:00:00,4.0,Cheers @[1|77|Cy D]!,2019-05-02 08:00:00,2,EUR 31',
      'Cave du Quai,Blanc,9999,,1.5,,,,',
    );
    expect(entriesOf(vivino, table)).toEqual([
      {
        line: 2,
        thing: 'cave du quai | brut | n.v.',
        facts: { kind: 'Product', name: 'Cave du Quai Brut', brand: 'Cave du Quai', identifiers: [] },
        content: {
          ratings: [{ given: { value: 4, best: 5, worst: 1 }, at: '2019-05-01' }],
          text: 'Cheers @Cy D!',
          owned: {},
          wanted: { at: '2019-05-02' },
        },
      },
      {
        line: 3,
        thing: 'cave du quai | blanc | u.v.',
        facts: { kind: 'Product', name: 'Cave du Quai Blanc', brand: 'Cave du Quai', identifiers: [] },
        content: { ratings: [{ given: { value: 1.5, best: 5, worst: 1 } }] },
      },
    ]);
    expect(JSON.stringify(outcomesOf(vivino, table))).not.toContain('31');
  });

  it('reads the dates of a file that a spreadsheet has saved again, where they can be only one day', () => {
    const table = tableOf(
      'Winery;Wine name;Vintage;Scan date;Your rating',
      'Cave du Quai;Blanc;2015;16/06/2020 14:36;4,1',
      'Cave du Quai;Rouge;2015;05/06/2020 14:36;3',
    );
    expect(entriesOf(vivino, table).map(({ content: said }) => said?.ratings)).toEqual([
      [{ given: { value: 4.1, best: 5, worst: 1 }, at: '2020-06-16' }],
      [{ given: { value: 3, best: 5, worst: 1 } }],
    ]);
  });
});
