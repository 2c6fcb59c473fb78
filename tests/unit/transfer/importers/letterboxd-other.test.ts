import { describe, expect, it } from 'vitest';
import { letterboxdOther } from '../../../../src/transfer/importers/letterboxd-other.ts';
import { describeImporterContract, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'letterboxd-other.csv';
describeImporterContract(letterboxdOther, FIXTURE);

const PROFILE = 'Date Joined,Username,Given Name,Family Name,Email Address,Location,Website,Bio,Pronoun,Favorite Films';

describe('letterboxdOther', () => {
  it('says of every comment that it says nothing of a film', () => {
    expect(outcomesOf(letterboxdOther, fixtureContent(FIXTURE))).toEqual([
      { entries: [], remarks: [{ line: 2, reason: 'other-matter', isSkipped: true }] },
      { entries: [], remarks: [{ line: 5, reason: 'other-matter', isSkipped: true }] },
    ]);
  });

  it('passes on nothing of a profile', () => {
    const profile = tableOf(PROFILE, '2019-01-01,ada,Ada,Marrow,ada@mail.example,Harbourtown,,,,https://boxd.it/aB1');
    expect(letterboxdOther.recognises(profile)).toBe(true);
    expect(outcomesOf(letterboxdOther, profile)).toEqual([
      { entries: [], remarks: [{ line: 2, reason: 'other-matter', isSkipped: true }] },
    ]);
  });

  it('knows liked reviews and lists, and what was removed', () => {
    const likes = tableOf('Date,Content', '2024-06-01,https://boxd.it/CoNtA');
    expect(letterboxdOther.recognises(likes)).toBe(true);
    expect(outcomesOf(letterboxdOther, likes, { path: 'deleted/likes/lists.csv' })).toEqual([
      { entries: [], remarks: [{ line: 2, reason: 'removed', isSkipped: true }] },
    ]);
  });

  it('does not take two common columns among others for its own', () => {
    expect(letterboxdOther.recognises(tableOf('Date,Content,Mark', '2024-06-01,Tide,4'))).toBe(false);
  });
});
