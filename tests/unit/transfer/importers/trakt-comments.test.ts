import { describe, expect, it } from 'vitest';
import { traktComments } from '../../../../src/transfer/importers/trakt-comments.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'trakt-comments.json';
describeImporterContract(traktComments, FIXTURE);

describe('traktComments', () => {
  const content = fixtureContent(FIXTURE);

  it('reads a comment as the review, and a note as the person’s own', () => {
    expect(entriesOf(traktComments, content).map(({ thing, content: said }) => [thing, said])).toEqual([
      ['movie/81001', { text: 'Wonderful.\n\nWould see again.' }],
      ['show/82001/season/2/episode/3', { others: { comment: 'I don’t think so.' } }],
      ['show/82001', { note: 'for the winter' }],
      ['movie/81012', { text: 'Flat, too.' }],
    ]);
    expect(entriesOf(traktComments, content)[0]?.facts).toEqual({
      kind: 'Movie',
      name: 'The Lighthouse Ledger',
      year: 2014,
      identifiers: ['trakt:movies/the-lighthouse-ledger-2014'],
    });
  });

  it('says which records it can’t use', () => {
    expect(outcomesOf(traktComments, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 5, reason: 'says-nothing', isSkipped: true },
      { line: 6, reason: 'unknown-kind', column: 'type', value: 'list', isSkipped: true },
    ]);
  });
});
