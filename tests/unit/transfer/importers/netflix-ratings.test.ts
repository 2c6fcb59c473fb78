import { describe, expect, it } from 'vitest';
import { netflixRatings } from '../../../../src/transfer/importers/netflix-ratings.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'netflix-ratings.csv';
describeImporterContract(netflixRatings, FIXTURE);

describe('netflixRatings', () => {
  const content = fixtureContent(FIXTURE);
  const answers = { person: 'Ada' };

  it('reads thumbs and stars on their own scales, at the moment or else the day', () => {
    expect(entriesOf(netflixRatings, content, { answers })).toEqual([
      {
        line: 2,
        thing: 'the bridge keepers',
        facts: { kind: 'CreativeWork', name: 'The Bridge Keepers', identifiers: [] },
        content: { ratings: [{ given: { value: 3, best: 3, worst: 1 }, at: '2023-12-24T21:05:00.000Z' }] },
      },
      {
        line: 3,
        thing: 'salt and tallow',
        facts: { kind: 'CreativeWork', name: 'Salt and Tallow', identifiers: [] },
        content: { ratings: [{ given: { value: 1, best: 3, worst: 1 }, at: '2023-12-23' }] },
      },
      {
        line: 5,
        thing: 'in the days of stars',
        facts: { kind: 'CreativeWork', name: 'In the Days of Stars', identifiers: [] },
        content: { ratings: [{ given: { value: 4, best: 5, worst: 1 }, at: '2015-02-03T04:05:06.000Z' }] },
      },
    ]);
  });

  it('takes 0 for no thumb, and says which rows it can’t use', () => {
    expect(outcomesOf(netflixRatings, content, { answers }).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 4, reason: 'says-nothing', isSkipped: true },
      { line: 6, reason: 'bad-mark', column: 'Star Value', value: '9', isSkipped: true },
      { line: 7, reason: 'no-name', column: 'Title Name', isSkipped: true },
      { line: 8, reason: 'other-person', column: 'Profile Name', isSkipped: true },
    ]);
  });

  it('asks whose ratings are meant only where there are several people', () => {
    expect(netflixRatings.questions?.(content, 'file').map(({ id, suggested }) => [id, suggested])).toEqual([
      ['person', undefined],
    ]);
    const alone = tableOf(
      'Profile Name,Title Name,Rating Type,Star Value,Thumbs Value',
      'Ada,Tide,Thumbs,,2',
      'Ada,Tide,Stars,5,',
    );
    expect(netflixRatings.questions?.(alone, 'file')).toEqual([]);
    expect(entriesOf(netflixRatings, alone).map((entry) => entry.content?.ratings)).toEqual([
      [{ given: { value: 2, best: 3, worst: 1 } }],
      [{ given: { value: 5, best: 5, worst: 1 } }],
    ]);
  });
});
