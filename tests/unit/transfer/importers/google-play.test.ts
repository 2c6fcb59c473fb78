import { describe, expect, it } from 'vitest';
import { googlePlay } from '../../../../src/transfer/importers/google-play.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'google-play.json';
describeImporterContract(googlePlay, FIXTURE);

describe('google-play', () => {
  const content = fixtureContent(FIXTURE);

  it('reads stars, a review and its title', () => {
    expect(entriesOf(googlePlay, content)[0]).toEqual({
      line: 1,
      thing: 'android apps | tide tables',
      facts: { kind: 'SoftwareApplication', name: 'Tide Tables', identifiers: [] },
      content: {
        ratings: [{ given: { value: 4, best: 5, worst: 1 }, at: '2021-06-13T10:30:00.250Z' }],
        text: 'Right about the sea, wrong about the moon.',
        others: { title: 'Nearly' },
      },
    });
  });

  it('keeps what is left of a record, and says what is not', () => {
    expect(entriesOf(googlePlay, content).slice(1)).toEqual([
      {
        line: 2,
        thing: 'ebook | salt roads',
        facts: { kind: 'Book', name: 'Salt Roads', identifiers: [] },
        content: { text: 'Loud.' },
      },
      {
        line: 3,
        thing: 'sermons | on fish',
        facts: { kind: 'CreativeWork', name: 'On Fish', identifiers: [] },
        content: { ratings: [{ given: { value: 1, best: 5, worst: 1 }, at: '2020-01-02T00:00:00.000Z' }] },
      },
    ]);
    expect(outcomesOf(googlePlay, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 2, reason: 'bad-mark', column: 'starRating', value: '6', isSkipped: false },
      { line: 2, reason: 'bad-date', column: 'creationTime', value: 'soon', isSkipped: false },
      { line: 3, reason: 'unknown-kind', column: 'document.documentType', value: 'Sermons', isSkipped: false },
      { line: 4, reason: 'no-name', column: 'document.title', isSkipped: true },
      { line: 5, reason: 'says-nothing', isSkipped: true },
      { line: 6, reason: 'no-name', column: 'document.title', isSkipped: true },
    ]);
  });
});
