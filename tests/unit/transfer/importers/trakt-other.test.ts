import { describe, expect, it } from 'vitest';
import { IMPORTERS } from '../../../../src/transfer/importers/index.ts';
import { traktOther } from '../../../../src/transfer/importers/trakt-other.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'trakt-other.json';
describeImporterContract(traktOther, FIXTURE);

describe('traktOther', () => {
  it('keeps nothing, quotes nothing, and tells each record', () => {
    const content = fixtureContent(FIXTURE);
    expect(entriesOf(traktOther, content)).toEqual([]);
    expect(outcomesOf(traktOther, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 1, reason: 'other-matter', isSkipped: true },
      { line: 2, reason: 'other-matter', isSkipped: true },
    ]);
  });

  const movie = { title: 'Tide', ids: { trakt: 1 } };

  it.each<[string, unknown, string]>([
    [
      'what was stopped half-way',
      [{ progress: 3, paused_at: '2024-01-01T00:00:00Z', type: 'movie', movie }],
      'not-used',
    ],
    ['what is hidden', [{ hidden_at: '2024-01-01T00:00:00Z', type: 'movie', movie }], 'other-matter'],
    ['friends', [{ friends_at: '2024-01-01T00:00:00Z', user: { username: 'jo' } }], 'other-matter'],
    ['a comment on a list', [{ type: 'list', list: { name: 'x' }, comment: { comment: 'y' } }], 'other-matter'],
    ['the profile', { username: 'someone', private: false, ids: { slug: 'someone' } }, 'other-matter'],
    ['the settings', { user: { username: 'someone' }, account: { timezone: 'x' } }, 'other-matter'],
    [
      'the sums',
      { movies: { plays: 1 }, shows: {}, seasons: {}, episodes: {}, network: {}, ratings: {} },
      'other-matter',
    ],
  ])('knows %s, and no other importer does', (_what, value, reason) => {
    const content = { sort: 'json', value } as const;
    expect(IMPORTERS.filter((one) => one.recognises(content))).toEqual([traktOther]);
    expect(outcomesOf(traktOther, content)).toEqual([{ entries: [], remarks: [{ line: 1, reason, isSkipped: true }] }]);
  });
});
