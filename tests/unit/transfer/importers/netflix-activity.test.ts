import { describe, expect, it } from 'vitest';
import { netflixActivity } from '../../../../src/transfer/importers/netflix-activity.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'netflix-activity.csv';
describeImporterContract(netflixActivity, FIXTURE);

describe('netflixActivity', () => {
  const content = fixtureContent(FIXTURE);
  const answers = { person: 'Ada' };

  it('reads what a person watched, in UTC; an episode is the thing that the history calls it', () => {
    expect(entriesOf(netflixActivity, content, { answers })).toEqual([
      {
        line: 2,
        thing: 'the bridge keepers: season 2: the ice',
        facts: {
          kind: 'TVEpisode',
          name: 'The Bridge Keepers: Season 2: The Ice (Episode 3)',
          series: 'The Bridge Keepers',
          identifiers: [],
        },
        content: { uses: [{ at: '2023-12-24T20:15:09.000Z' }] },
      },
      {
        line: 4,
        thing: 'salt and tallow',
        facts: { kind: 'Movie', name: 'Salt and Tallow', identifiers: [] },
        content: { uses: [{ at: '2023-12-24T20:00:00.000Z' }] },
      },
      {
        line: 8,
        thing: 'without a time',
        facts: { kind: 'Movie', name: 'Without a Time', identifiers: [] },
        content: { uses: [{}] },
      },
    ]);
  });

  it('leaves out pieces of a viewing, previews, trailers and other people, and says so', () => {
    expect(outcomesOf(netflixActivity, content, { answers }).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 3, reason: 'not-used', column: 'Latest Bookmark', value: 'Not latest view', isSkipped: true },
      { line: 5, reason: 'not-used', column: 'Attributes', value: 'Autoplayed: user action: None;', isSkipped: true },
      { line: 6, reason: 'not-used', column: 'Supplemental Video Type', value: 'HOOK', isSkipped: true },
      { line: 7, reason: 'other-person', column: 'Profile Name', isSkipped: true },
      { line: 8, reason: 'bad-date', column: 'Start Time', value: 'yesterday', isSkipped: false },
      { line: 9, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
  });

  it('asks whose rows are meant, and suggests nobody', () => {
    expect(netflixActivity.questions?.(content, 'file')).toEqual([
      {
        id: 'person',
        choices: [{ value: 'Ada', label: 'Ada' }, { value: 'Ben', label: 'Ben' }, { value: 'all' }],
      },
    ]);
  });

  it('reads everybody’s rows when it is told to, and nobody’s when it is told nothing it knows', () => {
    expect(entriesOf(netflixActivity, content, { answers: { person: 'all' } })).toHaveLength(4);
    expect(entriesOf(netflixActivity, content, { answers: { person: 'Cy' } })).toEqual([]);
  });

  it('asks nothing of an account with one profile', () => {
    const alone = tableOf(
      'Profile Name,Start Time,Attributes,Title,Supplemental Video Type,Bookmark',
      'Ada,2023-12-24 20:15:09,,Tide,,01:00:00',
      'Ada,2023-12-24 20:10:09,,Tide,,Not latest view',
    );
    expect(netflixActivity.questions?.(alone, 'file')).toEqual([]);
    expect(entriesOf(netflixActivity, alone)).toHaveLength(1);
  });
});
