import { describe, expect, it } from 'vitest';
import { netflixOther } from '../../../../src/transfer/importers/netflix-other.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'netflix-other.csv';
describeImporterContract(netflixOther, FIXTURE);

describe('netflixOther', () => {
  it('keeps nothing, quotes nothing, and tells each row', () => {
    const content = fixtureContent(FIXTURE);
    expect(entriesOf(netflixOther, content)).toEqual([]);
    expect(outcomesOf(netflixOther, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 2, reason: 'other-matter', isSkipped: true },
      { line: 3, reason: 'other-matter', isSkipped: true },
    ]);
  });

  it.each([
    'Esn,Country,Localized Device Description,Device Description,Ip,Region Code Display Name,Ts',
    'Profile Name,Message Name,Channel,Sent Utc Ts,Title Name,Click Utc Ts,Click Count',
  ])('knows %s', (header) => {
    expect(netflixOther.recognises(tableOf(header))).toBe(true);
  });
});
