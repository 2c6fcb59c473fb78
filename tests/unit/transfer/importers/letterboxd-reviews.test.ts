import { describe, expect, it } from 'vitest';
import { letterboxdDiary } from '../../../../src/transfer/importers/letterboxd-diary.ts';
import { letterboxdReviews } from '../../../../src/transfer/importers/letterboxd-reviews.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'letterboxd-reviews.csv';
describeImporterContract(letterboxdReviews, FIXTURE);

describe('letterboxdReviews', () => {
  const content = fixtureContent(FIXTURE);

  it('reads reviews of several lines out of HTML, with the viewing they are of', () => {
    expect(entriesOf(letterboxdReviews, content)).toEqual([
      {
        line: 2,
        thing: 'the lighthouse ledger | 1961',
        facts: { kind: 'Movie', name: 'The Lighthouse Ledger', year: 1961, identifiers: [] },
        content: {
          ratings: [{ given: { value: 4.5, best: 5, worst: 0.5 }, at: '2024-03-10' }],
          text: 'Better the second time & slower.\n\nSays Jo, too.',
          tags: ['cinema'],
          uses: [{ at: '2024-03-10', isRepeat: true }],
        },
      },
      {
        line: 5,
        thing: 'seen some day | 1988',
        facts: { kind: 'Movie', name: 'Seen Some Day', year: 1988, identifiers: [] },
        content: { text: 'Fine, I <3 it.', uses: [{}] },
      },
      {
        line: 6,
        thing: 'only seen | 1988',
        facts: { kind: 'Movie', name: 'Only Seen', year: 1988, identifiers: [] },
        content: { uses: [{ at: '2024-03-12' }] },
      },
    ]);
  });

  it('says of the viewing exactly what the diary says of it', () => {
    const [, inDiary] = entriesOf(letterboxdDiary, fixtureContent('letterboxd-diary.csv'));
    const [inReviews] = entriesOf(letterboxdReviews, content);
    expect(inReviews?.thing).toBe(inDiary?.thing);
    expect(inReviews?.content?.uses).toEqual(inDiary?.content?.uses);
  });

  it('says which rows it can’t use', () => {
    expect(outcomesOf(letterboxdReviews, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 7, reason: 'no-name', column: 'Name', isSkipped: true },
    ]);
  });

  it('reads nothing of what was removed', () => {
    expect(entriesOf(letterboxdReviews, content, { path: 'orphaned/reviews.csv' })).toEqual([]);
  });
});
