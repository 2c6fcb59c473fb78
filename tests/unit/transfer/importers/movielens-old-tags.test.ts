import { describe, expect, it } from 'vitest';
import { movielensOldTags } from '../../../../src/transfer/importers/movielens-old-tags.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'movielens-old-tags.csv';
describeImporterContract(movielensOldTags, FIXTURE);

describe('movielensOldTags', () => {
  const content = fixtureContent(FIXTURE);

  it('reads a tag with commas, the first line too', () => {
    expect(entriesOf(movielensOldTags, content, { answers: { person: 'all' } })).toEqual([
      {
        line: 1,
        thing: '7001',
        facts: { kind: 'Movie', name: '', identifiers: [] },
        content: { tags: ['so slow, so good'] },
      },
      { line: 2, thing: '7002', facts: { kind: 'Movie', name: '', identifiers: [] }, content: { tags: ['politics'] } },
    ]);
  });

  it('leaves out what others have tagged', () => {
    expect(outcomesOf(movielensOldTags, content, { answers: { person: '20' } })[0]?.remarks).toEqual([
      { line: 1, reason: 'other-person', column: 'userId', value: '15', isSkipped: true },
    ]);
  });

  it('does not take stars for a tag', () => {
    expect(movielensOldTags.recognises(tableOf('15::7001::4::1215184630'))).toBe(false);
  });
});
