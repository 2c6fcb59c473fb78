import { describe, expect, it } from 'vitest';
import { letterboxdDiary } from '../../../../src/transfer/importers/letterboxd-diary.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'letterboxd-diary.csv';
describeImporterContract(letterboxdDiary, FIXTURE);

describe('letterboxdDiary', () => {
  const content = fixtureContent(FIXTURE);
  const ledger = {
    thing: 'the lighthouse ledger | 1961',
    facts: { kind: 'Movie', name: 'The Lighthouse Ledger', year: 1961, identifiers: [] },
  };

  it('reads viewings with the day they were seen, marks of that day, tags and rewatches', () => {
    expect(entriesOf(letterboxdDiary, content)).toEqual([
      {
        line: 2,
        ...ledger,
        content: {
          ratings: [{ given: { value: 4.5, best: 5, worst: 0.5 }, at: '1998-07-04' }],
          tags: ['cinema', 'with jo'],
          uses: [{ at: '1998-07-04' }],
        },
      },
      { line: 3, ...ledger, content: { uses: [{ at: '2024-03-10', isRepeat: true }] } },
      {
        line: 4,
        thing: 'marked on the day it was logged | 2003',
        facts: { kind: 'Movie', name: 'Marked on the Day It Was Logged', year: 2003, identifiers: [] },
        content: { ratings: [{ given: { value: 3, best: 5, worst: 0.5 }, at: '2024-03-11' }], uses: [{}] },
      },
      {
        line: 5,
        thing: 'marked off the scale | 2003',
        facts: { kind: 'Movie', name: 'Marked Off the Scale', year: 2003, identifiers: [] },
        content: { uses: [{}] },
      },
      {
        line: 7,
        thing: 'cut off in the mid',
        facts: { kind: 'Movie', name: 'Cut Off in the Mid', identifiers: [] },
        content: { uses: [{}] },
      },
    ]);
  });

  it('never takes the address of an entry for the film’s', () => {
    expect(entriesOf(letterboxdDiary, content).flatMap(({ facts }) => facts.identifiers)).toEqual([]);
  });

  it('says which rows and cells it can’t use', () => {
    expect(outcomesOf(letterboxdDiary, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 5, reason: 'bad-date', column: 'Watched Date', value: '2024-02-31', isSkipped: false },
      { line: 5, reason: 'bad-mark', column: 'Rating', value: '7', isSkipped: false },
      { line: 6, reason: 'no-name', column: 'Name', isSkipped: true },
    ]);
  });

  it('reads nothing of what was removed', () => {
    const outcomes = outcomesOf(letterboxdDiary, content, { path: 'deleted/diary.csv' });
    expect(outcomes.flatMap(({ entries }) => entries)).toEqual([]);
    expect(outcomes.flatMap(({ remarks }) => remarks).map(({ reason }) => reason)).toEqual(Array(6).fill('removed'));
  });

  it('counts two entries of one day as two viewings, and an entry that stands there twice as one', () => {
    const row = (entry: string, day = '2020-06-16'): string =>
      `2020-06-20,The Haunted Tide,1897,https://boxd.it/${entry},,,,${day}`;
    const counts = (...rows: string[]): unknown =>
      entriesOf(
        letterboxdDiary,
        tableOf('Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date', ...rows),
      ).map(({ content }) => [content?.uses?.length, content?.useCount]);
    expect(counts(row('aa1'), row('aa2'), row('aa3', '2021-01-02'))).toEqual([
      [1, undefined],
      [1, 2],
      [1, 3],
    ]);
    expect(counts(row('aa1'), row('aa1'))).toEqual([
      [1, undefined],
      [1, undefined],
    ]);
  });
});
