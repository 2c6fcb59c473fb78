import { describe, expect, it } from 'vitest';
import { netflixList } from '../../../../src/transfer/importers/netflix-list.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'netflix-list.csv';
describeImporterContract(netflixList, FIXTURE);

describe('netflixList', () => {
  const content = fixtureContent(FIXTURE);

  it('takes what is on the list for a wish, of the day it was put there', () => {
    expect(entriesOf(netflixList, content)).toEqual([
      {
        line: 2,
        thing: 'the bridge keepers',
        facts: { kind: 'CreativeWork', name: 'The Bridge Keepers', identifiers: [] },
        content: { wanted: { at: '2024-04-27' } },
      },
      {
        line: 3,
        thing: 'salt and tallow',
        facts: { kind: 'CreativeWork', name: 'Salt and Tallow', identifiers: [] },
        content: { wanted: {} },
      },
      {
        line: 5,
        thing: 'harbour: the "long" night',
        facts: { kind: 'CreativeWork', name: 'Harbour: The "Long" Night', identifiers: [] },
        content: { wanted: {} },
      },
    ]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(netflixList, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 3, reason: 'bad-date', column: 'Utc Title Add Date', value: '2024-02-30', isSkipped: false },
      { line: 4, reason: 'no-name', column: 'Title Name', isSkipped: true },
    ]);
  });

  it('asks whose rows are meant where there are several people', () => {
    const both = tableOf(
      'Profile Name,Title Name,Country,Utc Title Add Date',
      'Ada,One,NO,2024-01-01',
      'Jo,Two,NO,2024-01-02',
    );
    expect(netflixList.questions?.(both, '').map(({ id }) => id)).toEqual(['person']);
    expect(outcomesOf(netflixList, both, { answers: { person: 'Jo' } })).toMatchObject([
      { entries: [], remarks: [{ reason: 'other-person' }] },
      { entries: [{ facts: { name: 'Two' } }], remarks: [] },
    ]);
  });

  it('reads what somebody said they are interested in, or have seen; most say neither', () => {
    const preferences = tableOf(
      'Profile Name,Show,Has Watched,Is Interested,Event Date',
      'Ada,One,True,,2024-01-01',
      'Ada,Two,false,True,2024-01-02',
      'Ada,Three,,,2024-01-03',
    );
    expect(netflixList.recognises(preferences)).toBe(true);
    expect(outcomesOf(netflixList, preferences)).toMatchObject([
      { entries: [{ thing: 'one', content: { uses: [{}] } }] },
      { entries: [{ thing: 'two', content: { wanted: { at: '2024-01-02' } } }] },
      { entries: [], remarks: [{ line: 4, reason: 'says-nothing', isSkipped: true }] },
    ]);
  });
});
